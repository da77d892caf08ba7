/** One record: its page, a comment that names somebody, going back to a version, the bin and its way back; and many at once. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "../support/accessible.mjs";
import { openBrowser, openPage, picture } from "../support/browser.mjs";
import { admin } from "../support/server.mjs";
import { act, company, enter, secret } from "../support/world.mjs";

let world;
let browser;
const records = [];

before(async () => {
  world = await company();
  browser = await openBrowser();
  for (const quality of ["MET", "IMPROVE", "SUPPORT"]) records.push(await act(world.api, "lin", "listen", quality));
});

after(async () => {
  await browser?.close();
  await world?.server.stop();
});

const fresh = (id) => world.api.get(`/records/${id}`);

test("a lead names a teacher in a comment, who hears of it, answers and has read it", async () => {
  const [record] = records;
  const lead = await openPage(browser);
  await enter(lead, world.server, "zhao@journey.test", secret, `/tables/teaching/records/${record.id}`);
  await lead.getByRole("heading", { name: "林雨桐 · 听课" }).waitFor();
  const box = lead.getByLabel("评论内容");
  await box.click();
  await box.pressSequentially("@lyt", { delay: 40 });
  const offered = lead.locator(".ant-mentions-dropdown-menu-item");
  await offered.getByText("林雨桐").waitFor();
  assert.equal(await offered.count(), 1, "found by the initials of the pinyin, nobody else");
  await lead.keyboard.press("Enter");
  await box.pressSequentially("导入环节很稳，提问再慢一点。");
  await picture(lead, "record-mention");
  await lead.keyboard.press("Control+Enter");
  await lead.getByRole("list", { name: "评论" }).getByText("@林雨桐").waitFor();
  await lead.getByRole("tab", { name: "评论 1" }).waitFor();
  await accessible(lead);
  await picture(lead, "record-page");
  assert.deepEqual(lead.faults, []);

  const teacher = await openPage(browser, { shape: "phone" });
  await enter(teacher, world.server, "lin@journey.test", secret, "/menu");
  await teacher.getByRole("link", { name: /提到我的\s*1/ }).click();
  await teacher.getByText("未读", { exact: true }).last().waitFor();
  await accessible(teacher);
  await picture(teacher, "mentions-phone");
  await teacher.getByRole("link", { name: "赵敏 在「林雨桐 · 听课」里提到你" }).click();
  await teacher.getByText("导入环节很稳").waitFor();
  await teacher.getByLabel("评论内容").fill("好，周五前试一次。\n下次录音。");
  await teacher.getByRole("button", { name: "发送" }).click();
  await teacher.getByText("好，周五前试一次。").waitFor();
  // The button fades while it is sent; colours count once it has settled.
  await teacher.waitForFunction(() => document.getAnimations().every((it) => it.playState !== "running"));
  await accessible(teacher);
  await picture(teacher, "record-comments-phone");
  await teacher.goto(`${world.server.url}/mentions`);
  await teacher.getByRole("heading", { name: "提到我的" }).waitFor();
  await teacher.getByRole("link", { name: /提到你/ }).waitFor();
  assert.equal(await teacher.getByRole("button", { name: "全部标为已读" }).count(), 0, "it has been read");
  assert.deepEqual(teacher.faults, []);
  await teacher.context().close();
  await lead.context().close();
});

test("an earlier version comes back by a new one, is shown before, and can be undone", async () => {
  const id = records[1].id;
  for (const note of ["第一稿", "第二稿"]) await world.api.patch(`/records/${id}`, { fields: { note } });
  const page = await openPage(browser);
  await enter(page, world.server, admin.login, admin.password, `/tables/teaching/records/${id}?tab=history`);
  await page.getByText("第 3 版").waitFor();
  await page.getByRole("button", { name: "恢复到这一版 2" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("cell", { name: "第二稿" }).waitFor();
  await dialog.getByRole("cell", { name: "第一稿" }).waitFor();
  await accessible(page);
  await picture(page, "record-version");
  await dialog.getByRole("button", { name: "恢复到第 2 版" }).click();
  await page.getByText("第 4 版").waitFor();
  assert.equal((await fresh(id)).fields.note, "第一稿");
  assert.equal(await page.getByLabel("备注").inputValue(), "第一稿");
  await page.locator(".ant-message").getByRole("button", { name: "撤销" }).click();
  await page.getByText("第 5 版").waitFor();
  assert.equal((await fresh(id)).fields.note, "第二稿");
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("a deleted record says so at its address, and comes back with all of it", async () => {
  const id = records[0].id;
  const page = await openPage(browser);
  await enter(page, world.server, admin.login, admin.password, `/tables/teaching/records/${id}`);
  await page.getByRole("button", { name: "删除这条" }).click();
  await page.locator(".ant-popconfirm").getByRole("button", { name: "删除这条" }).click();
  await page.getByRole("heading", { name: "教学动作" }).waitFor();
  page.faults.length = 0;
  await page.goto(`${world.server.url}/tables/teaching/records/${id}`);
  await page.getByRole("heading", { name: "这条记录在回收站里" }).waitFor();
  await accessible(page);
  await picture(page, "record-in-bin");
  await page.goto(`${world.server.url}/tables/teaching/bin`);
  await page.getByText("林雨桐 · 听课", { exact: true }).waitFor();
  await page.getByText(/^(29|30) 天$/).waitFor();
  await accessible(page);
  await picture(page, "bin");
  await page.getByRole("button", { name: "恢复 林雨桐 · 听课" }).click();
  await page.getByRole("heading", { name: "回收站是空的" }).waitFor();
  assert.equal((await world.api.get(`/records/${id}/comments?total=true`)).total, 2);
  const staff = await openPage(browser);
  await enter(staff, world.server, "wu@journey.test", secret, `/tables/teaching/records/${id}`);
  await staff.getByRole("heading", { name: "看不到这条记录" }).waitFor();
  // The browser reports what was not found.
  assert.deepEqual([...page.faults, ...staff.faults].filter((fault) => !fault.includes("404")), []);
  await staff.context().close();
  await page.context().close();
});

test("many rows get a field at once, those that can't say why, and all of it is undone", async () => {
  await world.api.post("/tables", {
    key: "leads",
    name: "线索",
    fields: [
      { key: "name", name: "名称", type: "text", required: true },
      { key: "count", name: "数量", type: "integer", config: { max: 100 } },
      { key: "number", name: "编号", type: "text", config: { unique: true } },
    ],
  });
  const items = Array.from({ length: 250 }, (_, at) => ({ fields: { name: `线索 ${at + 1}`, count: at % 7 } }));
  await world.api.post("/tables/leads/records:batch", { items });
  const page = await openPage(browser);
  await enter(page, world.server, admin.login, admin.password, "/tables/leads");
  await page.getByRole("checkbox", { name: /Select All|全选/ }).or(page.locator(".rdg-header-row input[type=checkbox]")).first().click();
  await page.getByText("已选 100 条").waitFor();
  await page.getByRole("button", { name: "选中全部 250 条" }).click();
  await page.getByText("已选 250 条").waitFor();
  await page.getByRole("button", { name: "批量修改" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "选要改的字段" }).click();
  await page.locator(".ant-select-item-option-content", { hasText: "数量" }).click();
  await dialog.getByRole("textbox", { name: "数量" }).or(dialog.getByRole("spinbutton", { name: "数量" })).fill("42");
  await accessible(page);
  await picture(page, "bulk");
  await dialog.getByRole("button", { name: "修改 250 条" }).click();
  await page.locator(".ant-message").getByText("改了 250 条").waitFor();
  assert.equal((await world.api.get(counted("42"))).total, 250);
  await page.locator(".ant-message").getByRole("button", { name: "撤销" }).click();
  await page.locator(".ant-message").getByText("撤销了 250 条").waitFor();
  assert.equal((await world.api.get(counted("42"))).total, 0);

  await page.getByRole("button", { name: "批量修改" }).click();
  await dialog.getByRole("combobox", { name: "选要改的字段" }).click();
  await page.locator(".ant-select-item-option-content", { hasText: "编号" }).click();
  await dialog.getByRole("textbox", { name: "编号" }).fill("N-1");
  await dialog.getByRole("button", { name: "修改 250 条" }).click();
  await dialog.getByText("249 条没有改，原因：").waitFor();
  await picture(page, "bulk-refused");
  await dialog.getByRole("button", { name: "关闭" }).last().click();

  // The word of the first undo must not be taken for that of the next.
  await page.locator(".ant-message").getByText("撤销了 250 条").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "删除 250 条" }).click();
  await page.locator(".ant-popconfirm").getByRole("button", { name: "删除 250 条" }).click();
  await page.locator(".ant-message").getByText("删除了 249 条").or(page.locator(".ant-message").getByText("删除了 250 条")).waitFor();
  await page.locator(".ant-message").getByRole("button", { name: "撤销" }).last().click();
  await page.locator(".ant-message").getByText(/撤销了 (249|250) 条/).waitFor();
  assert.equal((await world.api.get("/tables/leads/records?limit=1&total=true")).total, 250);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

const counted = (n) =>
  `/tables/leads/records?limit=1&total=true&filter=${encodeURIComponent(`{"field":"count","op":"eq","value":${n}}`)}`;

test("the panel beside the grid walks through the rows and opens as a page, on a phone too", async () => {
  const page = await openPage(browser);
  await enter(page, world.server, admin.login, admin.password, `/tables/teaching?record=${records[1].id}`);
  await page.getByText("2 / 3").waitFor();
  await page.getByRole("button", { name: "下一条" }).click();
  await page.getByText("3 / 3").waitFor();
  await page.getByRole("link", { name: "打开整页" }).click();
  await page.getByRole("heading", { name: "林雨桐 · 听课" }).waitFor();
  await page.getByRole("button", { name: "上一条" }).click();
  await page.getByText("2 / 3").waitFor();
  await page.getByRole("tab", { name: "关联" }).click();
  await page.getByText("登记信息").waitFor();
  await picture(page, "record-related");
  const phone = await openPage(browser, { shape: "phone", dark: true, locale: "en-GB" });
  await enter(phone, world.server, "lin@journey.test", secret, `/tables/teaching/records/${records[0].id}`);
  await phone.getByRole("tab", { name: "History" }).click();
  await phone.getByText("Version 1", { exact: false }).waitFor();
  await accessible(phone);
  await picture(phone, "record-history-phone");
  assert.deepEqual([...page.faults, ...phone.faults], []);
});
