/** A file is taken in step by step, the wrong row comes back and is mended; a large one goes on over a restart; a view goes out. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessible } from "../support/accessible.mjs";
import { openBrowser, openPage, picture } from "../support/browser.mjs";
import { admin } from "../support/server.mjs";
import { company, enter } from "../support/world.mjs";

const ROWS = 30_000;

let world;
let browser;

before(async () => {
  world = await company();
  browser = await openBrowser();
  await world.api.post("/tables", {
    key: "visits",
    name: "拜访",
    fields: [
      { key: "no", name: "编号", type: "text", config: { unique: true } },
      { key: "who", name: "销售", type: "person", role: "subject", required: true },
      { key: "day", name: "日期", type: "date" },
      { key: "level", name: "评价", type: "quality" },
    ],
  });
});

after(async () => {
  await browser?.close();
  await world?.server.stop();
});

/** Waits for what a click gives to keep; answers where it lies. */
async function kept(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  const path = join(world.server.data, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

const choose = (page, path) => page.locator("input[type=file]").setInputFiles(path);

test("a file is mapped, previewed, taken; the wrong row is mended and taken, too", async () => {
  const page = await openPage(browser);
  await enter(page, world.server, admin.login, admin.password, "/tables/visits");
  await page.getByRole("link", { name: "导入", exact: true }).click();
  await page.getByRole("heading", { name: "导入拜访" }).waitFor();
  const template = await kept(page, () => page.getByRole("button", { name: "下载 Excel 模板" }).click());
  assert.ok(template.endsWith("拜访 导入模板.xlsx"), template);
  await accessible(page);
  await picture(page, "transfer-upload");

  const file = join(world.server.data, "拜访.csv");
  writeFileSync(file, "编号,负责人,日期,评价\nV1,林雨桐,2026年11月2日,达标\nV2,吴海峰,2026/11/3,待提升\nV3,没有此人,2026-11-04,达标\n");
  await choose(page, file);
  await page.getByText("读到 3 行").waitFor();
  await accessible(page);
  await picture(page, "transfer-map");
  await page.getByRole("button", { name: "预览" }).click();
  await page.getByRole("button", { name: "导入 2 行" }).waitFor();
  await page.getByText("没有此人").waitFor();
  assert.equal((await world.api.get("/tables/visits/records?total=true")).total, 0, "nothing is written before");
  await accessible(page);
  await picture(page, "transfer-preview");
  await page.getByRole("button", { name: "导入 2 行" }).click();
  await page.getByText("导入了 2 行", { exact: true }).waitFor();
  await accessible(page);
  await picture(page, "transfer-result");

  const wrong = await kept(page, () => page.getByRole("button", { name: "下载错误行" }).click());
  const mended = join(world.server.data, "改好.csv");
  writeFileSync(mended, readFileSync(wrong, "utf8").replace("没有此人", "赵敏"));
  await page.getByRole("button", { name: "再导入一个文件" }).click();
  await choose(page, mended);
  await page.getByRole("button", { name: "预览" }).click();
  await page.getByRole("button", { name: "导入 1 行" }).click();
  await page.getByText("导入了 1 行", { exact: true }).waitFor();
  await page.getByRole("button", { name: "查看拜访" }).click();
  await page.getByText("3 条").waitFor();

  const exported = await kept(page, async () => {
    await page.getByRole("button", { name: "导出", exact: true }).click();
    await page.getByRole("menuitem", { name: "文本表格（.csv）" }).click();
  });
  assert.match(readFileSync(exported, "utf8"), /^\uFEFF编号,销售,日期,评价\r\n/);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("a file that could not be read says why", async () => {
  const page = await openPage(browser);
  await enter(page, world.server, admin.login, admin.password, "/imports/new/people");
  const file = join(world.server.data, "人员.xls");
  writeFileSync(file, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  await choose(page, file);
  await page.getByRole("alert").getByText("另存为 .xlsx").waitFor();
  await page.context().close();
});

test("a large import goes on after the server was restarted, and each row is there once", { timeout: 240_000 }, async () => {
  const page = await openPage(browser);
  await enter(page, world.server, admin.login, admin.password, "/imports/new/table/visits");
  const lines = Array.from({ length: ROWS }, (_, row) => `R${row},lin,2026-11-02,达标`);
  const file = join(world.server.data, "很多.csv");
  writeFileSync(file, `编号,销售,日期,评价\n${lines.join("\n")}\n`);
  await choose(page, file);
  await page.getByRole("button", { name: "预览" }).click();
  await page.getByRole("button", { name: "导入 30,000 行" }).click({ timeout: 90_000 });
  await page.getByText("正在导入").waitFor();
  await page.waitForFunction(() => Number(document.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow")) > 0);
  await picture(page, "transfer-running");
  await page.goto(`${world.server.url}/transfers`);
  await page.getByText("进行中").first().waitFor();
  const before = (await world.api.get("/transfers")).items[0];
  await world.server.restart();
  assert.ok(before.done < ROWS, "it was restarted in the middle");
  await page.reload();
  await page.getByRole("link", { name: "导入 · 拜访" }).first().click();
  await page.getByText("导入了 30,000 行", { exact: true }).waitFor({ timeout: 180_000 });
  assert.equal((await world.api.get("/tables/visits/records?total=true&limit=1")).total, ROWS + 3);

  await page.goto(`${world.server.url}/tables/visits`);
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await page.getByRole("menuitem", { name: "Excel 工作簿（.xlsx）" }).click();
  await page.getByRole("button", { name: "查看进度" }).click();
  const book = await kept(page, () => page.getByRole("button", { name: "下载" }).first().click({ timeout: 90_000 }));
  assert.ok(readFileSync(book).length > 500_000);
  await picture(page, "transfer-list");
  await page.context().close();
});
