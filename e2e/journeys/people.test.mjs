/** From the set-up link to a colleague who is in: company, unit, person, invitation by link, role, transfer, token. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "../support/accessible.mjs";
import { openBrowser, openPage, picture } from "../support/browser.mjs";
import { startServer } from "../support/server.mjs";

let server;
let browser;

before(async () => {
  server = await startServer({ withAdmin: false });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test("an admin sets the company up, takes a colleague in, and the colleague joins by link", async () => {
  const link = server.output().match(/http\S+\/setup\/\S+/)?.[0];
  assert.ok(link, server.output());
  const page = await openPage(browser);
  await page.goto(link);
  await page.getByLabel("企业名称").fill("启明教育集团");
  await page.getByLabel("你的姓名").fill("周敏");
  await page.getByLabel("邮箱").fill("zhou.min@qiming.example");
  await page.getByLabel("密码", { exact: true }).fill("correct horse battery 42");
  await accessible(page);
  await page.getByRole("button", { name: "建立企业并登录" }).click();

  await page.getByRole("link", { name: "组织与人员" }).click();
  page.faults.length = 0; // The start page has a journey of its own.
  for (const [name, code] of [["石家庄裕华校区", "sjz-yh"], ["邯郸丛台校区", "hd-ct"]]) {
    await page.getByRole("button", { name: "新建单元" }).click();
    await page.getByLabel("名称").fill(name);
    await page.getByLabel("编码").fill(code);
    await page.getByLabel("类型").fill("校区");
    await page.getByRole("combobox", { name: "上级单元" }).fill("启明");
    await page.locator(".ant-select-tree-title", { hasText: "启明教育集团" }).click();
    await page.getByRole("complementary").getByRole("button", { name: "新建单元" }).click();
    await page.getByRole("complementary").waitFor({ state: "detached" });
    await page.getByRole("treeitem", { name: new RegExp(name) }).waitFor();
  }
  await accessible(page);

  await page.getByRole("treeitem", { name: /石家庄裕华校区/ }).getByText("石家庄裕华校区").click();
  await page.getByRole("button", { name: "新建人员" }).click();
  const panel = page.getByRole("complementary");
  await panel.getByLabel("姓名").fill("林雨桐");
  await panel.getByLabel("工号").fill("lin-yutong");
  await panel.getByRole("button", { name: "新建人员" }).click();
  await page.getByRole("complementary", { name: "林雨桐" }).waitFor();
  await picture(page, "people");

  await panel.getByRole("button", { name: "生成邀请链接" }).click();
  const invitation = await panel.getByText(/\/invite\//).textContent();
  await accessible(page);

  const phone = await openPage(browser, { shape: "phone" });
  await phone.goto(invitation);
  await phone.getByLabel("邮箱或手机号").fill("lin@qiming.example");
  await phone.getByLabel("密码", { exact: true }).fill("a long enough secret");
  await accessible(phone);
  await phone.getByRole("button", { name: "加入并登录" }).click();
  await phone.getByRole("link", { name: "我的" }).click();
  await phone.getByText("lin@qiming.example").waitFor();
  await accessible(phone);
  await picture(phone, "account-phone");

  await page.reload();
  await panel.getByText("已开通").waitFor();
  await panel.getByRole("button", { name: "调动" }).click();
  await panel.getByRole("combobox", { name: "调到" }).fill("邯郸");
  await page.locator(".ant-select-tree-title", { hasText: "邯郸丛台校区" }).click();
  await panel.locator("form").getByRole("button", { name: "调动" }).click();
  await panel.getByText("石家庄裕华校区", { exact: true }).waitFor();
  await panel.getByText("邯郸丛台校区", { exact: true }).first().waitFor();

  await panel.getByRole("button", { name: "加角色" }).click();
  await panel.locator("form").getByRole("combobox", { name: "角色" }).click();
  await page.locator(".ant-select-item-option", { hasText: "负责人" }).click();
  await panel.getByRole("button", { name: "加上" }).click();
  await panel.getByRole("button", { name: "移除 负责人" }).waitFor();
  await accessible(page);

  await panel.getByRole("button", { name: "结束任职" }).click();
  await page.getByRole("button", { name: "结束 林雨桐 的任职" }).click();
  await panel.getByRole("button", { name: "恢复任职" }).waitFor();
  await phone.reload();
  await phone.getByRole("heading", { name: "登录" }).waitFor();
  assert.deepEqual(page.faults, []);
});

test("roles, tokens, company and account keep what is changed", async () => {
  const page = await openPage(browser, { dark: true });
  await page.goto(`${server.url}/sign-in?to=/roles`);
  await page.getByLabel("邮箱或手机号").fill("zhou.min@qiming.example");
  await page.getByLabel("密码", { exact: true }).fill("correct horse battery 42");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "新建角色" }).click();
  const panel = page.getByRole("complementary");
  await panel.getByLabel("角色名称").fill("教务主任");
  await panel.getByLabel("看指标与看板").check();
  await panel.getByRole("button", { name: "新建角色" }).click();
  await page.getByRole("button", { name: "教务主任" }).click();
  await panel.getByRole("button", { name: "删除角色" }).waitFor();
  await accessible(page);

  await page.getByRole("link", { name: "接口令牌" }).click();
  await page.getByRole("button", { name: "新建令牌" }).click();
  await panel.getByLabel("用途").fill("CRM");
  await panel.getByLabel("写入业务事件").check();
  await accessible(page);
  await panel.getByRole("button", { name: "新建令牌" }).click();
  await panel.getByRole("button", { name: "复制令牌" }).waitFor();
  await panel.getByRole("button", { name: "已存好" }).click();
  await page.getByRole("button", { name: "吊销「CRM」" }).click();
  await page.getByRole("tooltip").getByRole("button", { name: "吊销「CRM」" }).click();
  await page.getByRole("heading", { name: "还没有接口令牌" }).waitFor();

  await page.getByRole("link", { name: "企业设置" }).click();
  await page.getByLabel("可以嵌入评估框的网页").fill("https://crm.qiming.example");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("已保存").waitFor();
  await accessible(page);

  await page.goto(`${server.url}/account`);
  await page.getByRole("combobox", { name: "语言" }).click();
  await page.locator(".ant-select-item-option", { hasText: "English" }).click();
  await page.getByRole("heading", { name: "My account" }).waitFor();
  await accessible(page);
  await picture(page, "account-dark-english");
  assert.deepEqual(page.faults, []);
});
