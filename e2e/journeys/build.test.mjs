/** An admin builds a table, its fields, a scene and a node in the browser alone; then cells of the grid are edited by keyboard. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "../support/accessible.mjs";
import { openBrowser, openPage, picture } from "../support/browser.mjs";
import { admin } from "../support/server.mjs";
import { act, company, enter, secret } from "../support/world.mjs";

let world;
let browser;

before(async () => {
  world = await company();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await world?.server.stop();
});

async function addField(page, type, name) {
  await page.getByRole("button", { name: "加字段" }).click();
  await page.getByRole("textbox", { name: "搜类型" }).or(page.getByPlaceholder(/搜/)).first().fill(type);
  await page.keyboard.press("Enter");
  await page.getByLabel("字段名称").fill(name);
  await page.getByRole("button", { name: "加上这个字段" }).click();
  await page.getByText(`「${name}」已加上`).waitFor();
  await page.getByRole("complementary").waitFor({ state: "detached" });
}

test("a table, a scene and a node are built without a word of code, and a teacher does the action", async () => {
  const page = await openPage(browser);
  await enter(page, world.server, admin.login, admin.password, "/tables");
  await page.getByRole("button", { name: "新建数据表" }).click();
  await page.getByLabel("表名").fill("客户拜访");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /客户拜访/ }).waitFor();

  await addField(page, "金额", "客户预算");
  await addField(page, "单行文本", "竞品信息");
  await accessible(page);
  await picture(page, "build-fields");
  // Deleted by mistake and taken back; the question names how many records it concerns.
  await page.getByRole("button", { name: /^竞品信息/ }).click();
  await page.getByRole("button", { name: "删除字段" }).click();
  await page.getByRole("tooltip").getByText("0 条记录").waitFor();
  await page.getByRole("tooltip").getByRole("button", { name: "删除字段" }).click();
  await page.getByText("「竞品信息」已删除").waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
  await page.getByRole("button", { name: /^竞品信息/ }).waitFor();

  await page.getByRole("link", { name: "场景与节点" }).click();
  await page.getByRole("button", { name: "新建场景" }).click();
  await page.getByLabel("场景名称").fill("大客户");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "大客户" }).waitFor();
  await page.getByRole("button", { name: "加节点" }).first().click();
  await page.getByLabel("节点名称").fill("首次拜访");
  await page.getByRole("combobox", { name: "记在哪张表" }).click();
  await page.getByTitle("客户拜访").click();
  await page.getByText("想做就做", { exact: true }).click();
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("「首次拜访」已加上，现在就能记").waitFor();
  await accessible(page);
  await picture(page, "build-scene");

  // Seen at once by a teacher, and stored.
  const phone = await openPage(browser, { shape: "phone" });
  await enter(phone, world.server, "lin@journey.test", secret, "/record");
  await phone.getByText("首次拜访").tap();
  await phone.getByText("达标").first().tap();
  await phone.getByRole("button", { name: "提交" }).tap();
  await phone.getByText("已提交").waitFor();
  const tables = (await world.api.get("/tables")).items;
  const made = tables.find((table) => table.name === "客户拜访");
  assert.deepEqual(
    made.fields.map((field) => field.type),
    ["person", "node", "dateTime", "quality", "evidence", "money", "text"],
  );
  assert.equal((await world.api.get(`/tables/${made.key}/records`)).items.length, 1);

  // The list of tables says how many there are, and so does the question before one goes.
  await page.getByRole("link", { name: "数据表" }).click();
  const row = page.getByRole("row", { name: /客户拜访/ });
  await row.getByText("1 条").waitFor();
  await row.getByRole("button", { name: "删除这张表" }).click();
  await page.getByRole("tooltip").getByRole("button", { name: "删除 1 条记录和这张表" }).click();
  await row.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "撤销" }).click();
  await row.waitFor();
  assert.deepEqual([...page.faults, ...phone.faults], []);
});

test("cells are typed, refused, pasted and undone", async () => {
  const { api, server } = world;
  for (const quality of ["MET", "IMPROVE", "SUPPORT"]) await act(api, "lin", "listen", quality);
  const notes = async () =>
    (await api.get("/tables/teaching/records?sort=date")).items.map((item) => item.fields.note ?? "");
  const page = await openPage(browser);
  await enter(page, server, admin.login, admin.password, "/tables/teaching");
  const cell = (row) => page.getByRole("row").nth(row).getByRole("gridcell").last();
  await cell(1).click();
  await page.keyboard.type("讲清了二次函数");
  await page.keyboard.press("Enter");
  await cell(1).getByText("讲清了二次函数").waitFor();
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
  assert.ok((await notes()).includes("讲清了二次函数"));

  // Without a network the cell says so and shows again what is stored.
  await page.context().setOffline(true);
  await cell(2).click();
  await page.keyboard.type("没有网络");
  await page.keyboard.press("Enter");
  await page.locator(".ant-message").getByText("连不上服务器").waitFor();
  await cell(2).getByText("没有网络").waitFor({ state: "detached" });
  await page.context().setOffline(false);
  page.faults.length = 0; // The browser reports the missing network by itself.

  await cell(1).click();
  await page.keyboard.press("Control+z");
  await cell(1).getByText("讲清了二次函数").waitFor({ state: "detached" });
  await page.getByText("撤销了 1 条的改动").waitFor();
  assert.deepEqual(await notes(), ["", "", ""]);
  await accessible(page);
  assert.deepEqual(page.faults, []);
});

test("an address, a number, stars and a length of time are written as people write them", async () => {
  const { api, server } = world;
  const fields = [
    ["email", "邮箱"],
    ["phone", "电话"],
    ["rating", "评分"],
    ["duration", "时长"],
  ].map(([type, name]) => ({ key: type, name, type }));
  await api.post("/tables", { key: "visits", name: "到访", fields });
  const page = await openPage(browser);
  await enter(page, server, admin.login, admin.password, "/tables/visits?record=new");
  await page.getByRole("heading", { name: "新建记录" }).waitFor();
  await page.getByLabel("邮箱").fill("Li.Lei@Example.com");
  await page.getByLabel("电话").fill("12");
  await page.getByRole("radio").nth(3).click();
  await page.getByLabel("时长").fill("一会儿");
  await page.getByRole("button", { name: "提交记录" }).click();
  await page.getByText("应为电话号码").waitFor();
  await page.getByText("应为时长").waitFor();
  assert.equal(await page.getByRole("alert").filter({ hasNotText: /./ }).count(), 0, "an alert without words");
  await picture(page, "build-types-refused");
  await page.getByLabel("电话").fill("0311-8765 4321 转 8");
  await page.getByLabel("时长").fill("1:30");
  await page.getByRole("button", { name: "提交记录" }).click();
  await page.getByText("已提交").waitFor();
  const [{ fields: stored }] = (await api.get("/tables/visits/records")).items;
  assert.deepEqual(stored, {
    email: "li.lei@example.com",
    phone: "+8631187654321;ext=8",
    rating: 4,
    duration: "PT1H30M",
  });

  const cell = (name) => page.getByRole("row").nth(1).getByRole("gridcell").filter({ hasText: name });
  await cell("1:30").click();
  await page.keyboard.type("45");
  await page.keyboard.press("Enter");
  await cell("0:45").waitFor();
  await cell("★★★★☆").click();
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await cell("★★☆☆☆").waitFor();
  assert.deepEqual(page.faults.filter((fault) => !fault.includes("422")), []);
});
