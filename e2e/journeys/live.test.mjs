/** A board that stands open in one window moves when somebody acts in another, and every figure opens its rows. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "../support/accessible.mjs";
import { openBrowser, openPage, picture } from "../support/browser.mjs";
import { admin } from "../support/server.mjs";
import { act, company, enter, expect, secret } from "../support/world.mjs";

let server;
let api;
let browser;

before(async () => {
  ({ server, api } = await company());
  for (let n = 0; n < 6; n++) {
    await expect(api, "listen", "lin", 0.001 * n + 0.01);
    await act(api, "lin", "listen", n % 3 ? "MET" : "IMPROVE");
    await act(api, "wu", "parents", "MET");
  }
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Milliseconds from before the act until the board shows one more action in its list of the latest. */
async function moves(page, action) {
  const latest = page.getByRole("region", { name: "最近动作" }).getByRole("listitem");
  const count = () => page.evaluate(() => document.body.innerText);
  const before = await count();
  const began = Date.now();
  await action();
  await page.waitForFunction((text) => document.body.innerText !== text, before, { polling: 20, timeout: 5_000 });
  return { ms: Date.now() - began, latest };
}

test("a submission by API and one by form move the open board within a second, without a reload", async () => {
  const board = await openPage(browser);
  await enter(board, server, admin.login, admin.password, "/boards/health");
  await board.getByText("完成率").first().waitFor();
  await board.evaluate(() => (window.stays = true));
  await accessible(board);
  await picture(board, "board");
  await board.waitForFunction(() => !document.body.innerText.includes("重连中"));

  const byApi = await moves(board, () => act(api, "wu", "listen", "SUPPORT"));
  console.log(`live: ${byApi.ms} ms from the submission by API to the moved board`);
  assert.ok(byApi.ms < 1000, `${byApi.ms} ms`);

  const phone = await openPage(browser, { shape: "phone" });
  await enter(phone, server, "wu@journey.test", secret, "/record?node=parents");
  await phone.getByText("达标").first().tap();
  const byForm = await moves(board, () => phone.getByRole("button", { name: "提交" }).tap());
  console.log(`live: ${byForm.ms} ms from the tap on submit to the moved board`);
  assert.ok(byForm.ms < 1000, `${byForm.ms} ms`);
  assert.equal(await board.evaluate(() => window.stays), true);
  assert.deepEqual([...board.faults, ...phone.faults], []);
});

test("a lead sees only the own campus, and every total opens exactly its rows", async () => {
  const lead = await openPage(browser);
  await enter(lead, server, "zhao@journey.test", secret, "/boards/health");
  await lead.getByText("完成率").first().waitFor();
  assert.equal(await lead.getByText("丛台校区").count(), 0);
  const own = await (await lead.request.get(`${server.url}/api/v1/dashboards/health/data`)).json();
  assert.deepEqual(own.widgets.completion.items.map((item) => item.keys.unit.name).filter((name) => name !== "裕华校区"), []);
  for (const [name, figure] of Object.entries(own.widgets.figures))
    for (const drill of [figure.drill].flat()) {
      const path = drill.path.startsWith("/api") ? drill.path : `/api/v1${drill.path}`;
      const rows = await lead.request.get(`${server.url}${path}`, {
        params: { filter: JSON.stringify(drill.filter), total: "true", limit: "1" },
      });
      if (name !== "proven") assert.equal((await rows.json()).total, figure.denominator, name);
    }
});

test("the board reads well in English, in the dark and on a phone", async () => {
  for (const shape of ["desktop", "phone"]) {
    const page = await openPage(browser, { shape, locale: "en-GB", dark: true });
    await enter(page, server, admin.login, admin.password, "/boards/health");
    await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await accessible(page);
    await picture(page, `board-dark-english-${shape}`);
    assert.deepEqual(page.faults, []);
  }
});
