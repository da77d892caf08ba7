/** From an e-mail address to a signed-in workplace by the mail that really arrives; then the end of the trial, and the operator. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { accessible } from "../support/accessible.mjs";
import { openBrowser, openPage, picture } from "../support/browser.mjs";
import { openMailbox } from "../support/mailbox.mjs";
import { startServer } from "../support/server.mjs";

const huoji = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "huoji");
const email = "hr@qiming.test";
const password = "long enough for a trial";

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

/** The operator's command, on the data of the running server. */
async function operator(...words) {
  const { stdout } = await promisify(execFile)(huoji, ["tenant", ...words], {
    env: { ...process.env, HUOJI_DATA_DIR: server.data },
  });
  return stdout;
}

async function ask(page, address) {
  await page.goto(`${server.url}/trial`);
  await page.getByLabel("工作邮箱").fill(address);
  await page.getByLabel("企业名称").fill("启明教育集团");
  await page.getByRole("button", { name: "发送开通链接" }).click();
  await page.getByRole("heading", { name: "去邮箱里点链接" }).waitFor();
}

const linkIn = (text) => /http:\/\/\S+\/trial\/[0-9a-f]{64}/.exec(text)?.[0] ?? assert.fail(text);

test("an e-mail address becomes a workplace", async () => {
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
  await accessible(page);
  await picture(page, "trial-ask");
  await click(page.getByRole("button", { name: "发送开通链接" }));
  await page.getByText(`正在发往 ${email}`).waitFor();
  await accessible(page);
  await picture(page, "trial-sent");

  clicks++; // The link in the mail.
  await page.goto(linkIn(await mailbox.next(email)));
  await page.getByRole("heading", { name: "开通试用：启明教育集团" }).waitFor();
  await page.getByLabel("你的姓名").fill("王芳");
  await page.getByLabel("密码").fill(password);
  await accessible(page);
  await picture(page, "trial-link");
  await click(page.getByRole("button", { name: "开通并登录" }));
  await page.getByText("试用剩 7 天").waitFor();
  console.log(`From the sign-in page to the workplace: ${clicks} clicks, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  await accessible(page);
  await picture(page, "trial-first-day");
  assert.ok(clicks <= 6);

  // As the browser will tell the last evening and the first morning after.
  const until = await page.evaluate(async () => (await (await fetch("/api/v1/me")).json()).tenant.trialUntil);
  for (const [name, offset, words] of [
    ["last-day", -3.5 * 3_600_000, "试用今天结束，还剩 4 小时"],
    ["over", 60_000, "试用已结束，现在只读"],
  ]) {
    await page.clock.setFixedTime(new Date(Date.parse(until) + offset));
    await page.goto(`${server.url}/tables`);
    await page.getByText(words).waitFor();
    await accessible(page);
    await picture(page, `trial-${name}`);
  }
  assert.deepEqual(page.faults, []);
});

test("whoever asks again learns it in the mailbox, not on the page", async () => {
  const page = await openPage(browser);
  await ask(page, "admin@journey.test");
  const known = await page.locator("main").innerText();
  await ask(page, "nobody@journey.test");
  const unknown = await page.locator("main").innerText();
  assert.equal(known.replace("admin@", ""), unknown.replace("nobody@", ""));
  assert.match(await mailbox.next("admin@journey.test"), /这个邮箱已经有账号/);
  const link = linkIn(await mailbox.next("nobody@journey.test"));
  assert.deepEqual(page.faults, []);

  await page.goto(`${link.slice(0, -1)}x`);
  await page.getByRole("heading", { name: "这个链接用过了，或者已经过期" }).waitFor();
  await accessible(page);
});

test("the pages of a trial hold on a phone, in the dark and in English", async () => {
  const page = await openPage(browser, { shape: "phone", locale: "en-GB", dark: true });
  await page.goto(`${server.url}/trial`);
  await page.getByLabel("Work e-mail").fill("phone@qiming.test");
  await page.getByLabel("Company name").fill("Qiming");
  await accessible(page);
  await picture(page, "trial-phone-ask");
  await page.getByRole("button", { name: "Send the link" }).tap();
  await page.getByRole("heading", { name: "Open the link in your mailbox" }).waitFor();
  await picture(page, "trial-phone-sent");
  const mail = await mailbox.next("phone@qiming.test");
  assert.match(mail, /The link works once, within 24 hours/);
  await page.goto(linkIn(mail));
  await page.getByLabel("Your name").fill("Wang Fang");
  await page.getByLabel("Password").fill(password);
  await picture(page, "trial-phone-link");
  await page.getByRole("button", { name: "Open and sign in" }).tap();
  await page.getByText("Trial: 7 days left").waitFor();
  await accessible(page);
  await picture(page, "trial-phone-first-day");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0);
  assert.deepEqual(page.faults, []);
});

test("the operator sees, suspends, resumes, extends and converts while the server runs", async () => {
  const page = await openPage(browser);
  const enter = async () => {
    await page.goto(`${server.url}/sign-in`);
    await page.getByLabel("邮箱或手机号").fill(email);
    await page.getByLabel("密码").fill(password);
    await page.keyboard.press("Enter");
  };
  await enter();
  await page.getByText("试用剩 7 天").waitFor();
  const list = await operator("list");
  console.log(list);
  const id = list.split("\n").find((line) => line.includes("启明教育集团"))?.split(" ")[0] ?? assert.fail(list);

  assert.match(await operator("suspend", id), /停用 suspended/);
  await page.waitForTimeout(2_500);
  await page.goto(`${server.url}/tables`);
  await page.getByRole("heading", { name: "登录" }).waitFor();
  await enter();
  await page.getByText("「启明教育集团」已停用").waitFor();
  await picture(page, "trial-suspended");
  await operator("resume", id);
  await page.waitForTimeout(2_500);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByText("试用剩 7 天").waitFor();

  await operator("extend", id, "3");
  await page.waitForTimeout(2_500);
  await page.reload();
  await page.getByText("试用剩 10 天").waitFor();
  assert.match(await operator("convert", id), /正式 permanent/);
  await page.waitForTimeout(2_500);
  await page.reload();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  assert.equal(await page.getByText("试用剩").count(), 0);
  page.faults = page.faults.filter((fault) => !/40[13]/.test(fault));
  assert.deepEqual(page.faults, []);
});
