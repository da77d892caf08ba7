/** A teacher on a phone: from the to-do to a saved action with its photo, in three taps and ten seconds at the most. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "../support/accessible.mjs";
import { openBrowser, openPage, picture } from "../support/browser.mjs";
import { photo } from "../support/photo.mjs";
import { company, enter, expect, secret } from "../support/world.mjs";

let server;
let api;
let browser;

before(async () => {
  ({ server, api } = await company());
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Everything one can tap that is smaller than a thumb, measured with the area around it that takes the tap. */
const tooSmall = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("a[href], button, label:has(input[type=file]), [role=radio], [role=button]")]
      .filter((it) => it.checkVisibility())
      .map((it) => [it, it.getBoundingClientRect()])
      .filter(([, box]) => box.width > 0 && box.bottom > 0) // Not what is there for the keyboard alone.
      .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
      .map(([it, box]) => `${it.textContent || it.getAttribute("aria-label")} ${box.width}×${box.height}`),
  );

test("a due action is saved with its photo in three taps", async () => {
  const due = await expect(api, "listen", "lin");
  const page = await openPage(browser, { shape: "phone" });
  await enter(page, server, "lin@journey.test", secret, "/");
  await page.waitForURL("**/todo");
  await page.getByText("听课").waitFor();
  await accessible(page);
  await picture(page, "phone-todo");
  assert.deepEqual(await tooSmall(page), []);

  let taps = 0;
  const began = Date.now();
  const chooser = page.waitForEvent("filechooser");
  await page.getByText("拍照").tap();
  taps++;
  await (await chooser).setFiles(photo());
  await page.getByRole("heading", { name: "听课" }).waitFor();
  await page.getByText("达标").first().waitFor();
  await picture(page, "phone-record");
  await page.getByText("达标").first().tap();
  taps++;
  if (page.url().includes("/record")) {
    const saved = page.waitForURL("**/todo", { timeout: 3_000 }).catch(async () => {
      await page.getByRole("button", { name: "提交" }).tap();
      taps++;
      await page.waitForURL("**/todo");
    });
    await saved;
  }
  const seconds = (Date.now() - began) / 1000;
  await page.getByText("已提交").waitFor();
  console.log(`phone: ${taps} taps, ${seconds.toFixed(1)} s from the to-do to the saved action`);
  assert.ok(taps <= 3 && seconds <= 10);
  assert.equal((await api.get(`/expectations/${due.id}`)).state, "done");
  const { items } = await api.get("/tables/teaching/records");
  assert.equal(items.length, 1);
  assert.equal(items[0].fields.proof[0].kind, "photo");
  assert.equal(items[0].evidenceComplete, true);
  assert.deepEqual(page.faults, []);
});

test("the keyboard never covers submit, a refusal keeps what was typed, and a reload too", async () => {
  await expect(api, "parents", "lin");
  const page = await openPage(browser, { shape: "phone" });
  await enter(page, server, "lin@journey.test", secret, "/todo");
  await page.getByRole("link", { name: /家长沟通/ }).tap();
  await page.getByRole("button", { name: "提交" }).waitFor();
  await accessible(page);
  assert.deepEqual(await tooSmall(page), []);
  const note = page.getByRole("textbox").last();
  await note.fill("约好周四晚上再聊一次");
  // A keyboard takes the lower 40 % of the screen.
  await page.setViewportSize({ width: 390, height: 500 });
  const submit = await page.getByRole("button", { name: "提交" }).elementHandle();
  await page.waitForFunction((it) => it.getBoundingClientRect().bottom <= 500, submit);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "提交" }).tap();
  await page.getByRole("alert").first().waitFor();
  assert.deepEqual(page.faults.filter((fault) => !fault.includes("422")), []);
  await page.reload();
  await page.getByText("约好周四晚上再聊一次").waitFor();
});

test("without a network nothing typed is lost", async () => {
  const page = await openPage(browser, { shape: "phone" });
  await enter(page, server, "lin@journey.test", secret, "/todo");
  await page.getByRole("link", { name: /家长沟通/ }).tap();
  await page.getByText("达标").first().tap();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "提交" }).tap();
  await page.getByRole("alert").first().waitFor();
  await picture(page, "phone-offline");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "提交" }).tap();
  await page.waitForURL("**/todo");
  await page.getByText("已提交").waitFor();
  const parents = async () =>
    (await api.get("/tables/teaching/records")).items.filter((item) => item.fields.action.key === "parents").length;
  assert.equal(await parents(), 1);

  // Undone without a network: it says so, and the offer still stands.
  const undo = page.getByRole("button", { name: "撤销" });
  await page.context().setOffline(true);
  await undo.tap();
  await page.getByText("连不上").first().waitFor();
  await page.context().setOffline(false);
  await undo.tap();
  await page.getByText("已撤销").waitFor();
  await undo.waitFor({ state: "hidden" });
  assert.equal(await parents(), 0);
  await page.getByRole("link", { name: /家长沟通/ }).waitFor();
});
