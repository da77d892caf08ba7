/** The first day of a company: from an e-mail address to a recorded action on the board, counted in clicks. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "../support/accessible.mjs";
import { openBrowser, openPage, picture } from "../support/browser.mjs";
import { openMailbox } from "../support/mailbox.mjs";
import { startServer } from "../support/server.mjs";

const MOST_CLICKS = 25;
const email = "hr@firstday.test";

let mailbox;
let server;
let browser;

before(async () => {
  mailbox = await openMailbox();
  server = await startServer({ settings: { HUOJI_TRIALS: "on", HUOJI_SMTP_URL: mailbox.url } });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  await mailbox?.stop();
});

test("from an e-mail address to an action on the board", { timeout: 200_000 }, async () => {
  const page = await openPage(browser);
  let clicks = 0;
  const click = async (target) => {
    clicks++;
    await target.click();
  };
  const began = Date.now();
  await page.goto(`${server.url}/sign-in`);
  await click(page.getByRole("link", { name: "免费试用 7 天" }));
  await page.getByLabel("工作邮箱").fill(email);
  await page.getByLabel("企业名称").fill("启明教育集团");
  await click(page.getByRole("button", { name: "发送开通链接" }));
  clicks++; // The link in the mail.
  await page.goto(/http:\/\/\S+\/trial\/[0-9a-f]{64}/.exec(await mailbox.next(email))[0]);
  await page.getByLabel("你的姓名").fill("王芳");
  await page.getByLabel("密码").fill("long enough for a trial");
  await click(page.getByRole("button", { name: "开通并登录" }));

  await page.getByRole("heading", { name: "五步搭好动态追踪台" }).waitFor();
  await click(page.getByRole("link", { name: "选模板" }));
  await click(page.getByRole("button", { name: "安装「教学动作追踪」" }));
  await click(page.getByRole("dialog").getByRole("button", { name: "安装" }));
  await page.getByText("「教学动作追踪」装好了").waitFor({ timeout: 60_000 });
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await click(page.getByRole("link", { name: "开始" }));
  await click(page.getByRole("link", { name: "记一条" }));
  const form = page.getByRole("complementary");
  await click(form.getByRole("combobox", { name: "动作类型" }));
  await click(page.locator(".ant-select-item-option", { hasText: "家长沟通" }));
  await click(form.getByRole("radio", { name: "达标" }));
  await click(form.getByRole("button", { name: "提交记录" }));
  await form.waitFor({ state: "detached" });

  await click(page.getByRole("link", { name: "看板" }));
  await page.getByRole("heading", { name: "动作健康度" }).waitFor();
  const own = page.getByRole("listitem").filter({ hasText: "王芳" }).filter({ hasText: "家长沟通" });
  await own.first().waitFor({ timeout: 60_000 });
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${clicks} clicks, ${seconds} seconds from the e-mail address to the action on the board`);
  await accessible(page);
  await picture(page, "first-day-board");
  assert.ok(clicks <= MOST_CLICKS, `${clicks} clicks`);
  assert.deepEqual(page.faults, []);
});
