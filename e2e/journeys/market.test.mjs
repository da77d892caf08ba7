/** A fresh admin installs a template with sample data, sees the board alive, records an action, and takes the sample data out again. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "../support/accessible.mjs";
import { signIn } from "../support/api.mjs";
import { openBrowser, openPage, picture } from "../support/browser.mjs";
import { admin, startServer } from "../support/server.mjs";
import { enter } from "../support/world.mjs";

let server;
let api;
let browser;

before(async () => {
  server = await startServer();
  api = await signIn(server.url, admin.login, admin.password);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test("from an empty company to a living board, and back to real data only", { timeout: 240_000 }, async () => {
  const page = await openPage(browser);
  const begin = Date.now();
  let clicks = 0;
  const click = async (target) => {
    clicks++;
    await target.click();
  };
  await enter(page, server, admin.login, admin.password, "/");
  await page.getByRole("heading", { name: "五步搭好动态追踪台" }).waitFor();
  await page.getByText("已完成 0 步，共 5 步").waitFor();
  await accessible(page);
  await picture(page, "market-start");
  await click(page.getByRole("link", { name: "选模板" }));

  await page.getByRole("heading", { name: "绩效管理系统" }).waitFor();
  await accessible(page);
  await picture(page, "market-catalogue");
  await click(page.getByRole("button", { name: "安装「教学动作追踪」" }));
  await page.getByRole("dialog").getByText("教学动作追踪表").waitFor();
  await picture(page, "market-install");
  await click(page.getByRole("dialog").getByRole("button", { name: "安装" }));
  await page.getByText("「教学动作追踪」装好了").waitFor({ timeout: 60_000 });
  await accessible(page);
  await picture(page, "market-installed");

  // The board is alive as soon as the figures have been counted.
  await click(page.getByRole("dialog").getByRole("link", { name: "看看板" }));
  await page.getByRole("heading", { name: "动作健康度" }).waitFor();
  await page.getByText("示例·石家庄裕华校区").first().waitFor({ timeout: 60_000 });
  await page.getByText("这里含示例数据").waitFor();
  await accessible(page);
  await picture(page, "market-board");

  // An action of the admin's own.
  await page.goto(`${server.url}/tables/teaching-actions?record=new`);
  const form = page.getByRole("complementary");
  await click(form.getByRole("combobox", { name: "动作类型" }));
  await click(page.locator(".ant-select-item-option", { hasText: "备课" }));
  await click(form.getByRole("radio", { name: "达标" }));
  await click(form.getByRole("button", { name: "提交记录" }));
  await form.waitFor({ state: "detached" });
  const seconds = Math.round((Date.now() - begin) / 1000);

  await page.goto(`${server.url}/start`);
  await page.getByText("已完成 4 步，共 5 步").waitFor();
  await picture(page, "market-three-steps");

  // Away with what was invented: what is real stays, and the figures are only its own.
  await page.goto(`${server.url}/apps`);
  await page.getByRole("button", { name: "清除示例数据" }).click();
  await page.getByText(/删除 [\d,]+ 条记录、24 位示例人员、4 个示例单元/).waitFor();
  await picture(page, "market-remove");
  await page.getByRole("button", { name: /^删除 [\d,]+ 条示例记录/ }).click();
  await page.getByText(/已清除 [\d,]+ 条记录、24 位示例人员/).waitFor({ timeout: 60_000 });
  const left = (await api.get("/tables/teaching-actions/records?total=true")).total;
  assert.equal(left, 1);
  assert.equal((await api.get("/people?total=true")).total, 1);
  assert.equal((await api.get("/units")).items.length, 1);
  console.log(`${clicks} clicks, ${seconds} seconds from sign-in to the first recorded action`);
  assert.ok(clicks <= 10, `${clicks} clicks`);
  assert.deepEqual(page.faults, []);
});

test("an app goes as a file into the same company again, and says what it would change", async () => {
  const file = await api.post("/apps/teaching:export", {});
  file.version = "1.1.0";
  file.nodes[0].why = "换一个说法";
  const page = await openPage(browser);
  await enter(page, server, admin.login, admin.password, "/apps");
  await page.getByRole("heading", { name: "已安装的应用" }).waitFor();
  await page.getByRole("button", { name: "导入应用文件" }).click();
  const choose = (name, text) =>
    page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await choose("wrong.json", "no json");
  await page.getByText("「wrong.json」不是应用文件").waitFor();
  await choose("teaching.json", JSON.stringify(file));
  await page.getByText("版本 1.0.0 → 1.1.0").waitFor();
  await page.getByRole("heading", { name: /更改 1/ }).waitFor();
  await accessible(page);
  await picture(page, "market-diff");
  await page.getByRole("dialog").getByRole("button", { name: "导入", exact: true }).click();
  await page.getByText("「教学动作追踪」已导入").waitFor();
  assert.equal((await api.get("/nodes/prepare")).why, "换一个说法");

  // The guide can be put away, and taken out again.
  await page.goto(`${server.url}/start`);
  await page.getByRole("button", { name: "跳过引导" }).click();
  await page.getByRole("button", { name: "重新打开" }).waitFor();
  await page.goto(server.url);
  await page.waitForURL((url) => url.pathname !== "/" && url.pathname !== "/start");
  await page.goto(`${server.url}/start`);
  await page.getByRole("button", { name: "重新打开" }).click();
  await page.getByRole("button", { name: "跳过引导" }).waitFor();
  assert.deepEqual(page.faults, []);
});
