/** In the CRM: 完成演示 → three options → one tap → stored, and the board in another window moves. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "../support/accessible.mjs";
import { openBrowser, openPage, picture } from "../support/browser.mjs";
import { hostPage } from "../support/host-page.mjs";
import { admin } from "../support/server.mjs";
import { act, company, enter } from "../support/world.mjs";

let server;
let api;
let browser;
let host;
let stranger;

before(async () => {
  ({ server, api } = await company());
  await act(api, "lin", "listen", "MET");
  const ticket = async () =>
    (await api.post("/embed-tickets", { node: "listen", actor: "lin", origin: host.url })).ticket;
  host = await hostPage(server.url, ticket);
  stranger = await hostPage(server.url, ticket);
  await api.patch("/tenant", { embedOrigins: [host.url] });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  host?.stop();
  stranger?.stop();
  await server?.stop();
});

const actions = async () => (await api.get("/tables/teaching/records?total=true")).total;

test("one tap in a page that is not ours is stored and moves the board; it can be taken back", async () => {
  const board = await openPage(browser);
  await enter(board, server, admin.login, admin.password, "/boards/health");
  await board.getByText("完成率").first().waitFor();
  await board.waitForFunction(() => !document.body.innerText.includes("重连中"));
  const page = await openPage(browser);
  await page.goto(host.url);
  await page.getByRole("button", { name: "完成演示" }).click();
  await page.getByRole("button", { name: "待提升" }).waitFor();
  await accessible(page);
  await picture(page, "embed-box");
  const before = await actions();
  const text = await board.evaluate(() => document.body.innerText);
  const began = Date.now();
  await page.getByRole("button", { name: "待提升" }).click();
  await board.waitForFunction((old) => document.body.innerText !== old, text, { polling: 20, timeout: 5_000 });
  const ms = Date.now() - began;
  console.log(`embed: ${ms} ms from the tap in the CRM to the moved board`);
  assert.ok(ms < 1000, `${ms} ms`);
  await page.getByText(/^submitted .*recordId/).waitFor();
  assert.equal(await actions(), before + 1);
  const { items } = await api.get("/tables/teaching/records?limit=1&sort=-date");
  assert.equal(items[0].source, "embed");
  assert.equal(items[0].fields.quality, "IMPROVE");

  await page.getByRole("button", { name: "撤回" }).click();
  await page.getByRole("button", { name: "达标", exact: true }).and(page.locator(":enabled")).waitFor();
  assert.equal(await actions(), before);
  await page.getByRole("button", { name: "达标", exact: true }).click();
  await page.getByRole("button", { name: "撤回" }).waitFor();
  assert.equal(await actions(), before + 1);
  assert.deepEqual([...page.faults, ...board.faults], []);
});

test("a page that the company does not know gets nothing", async () => {
  const page = await openPage(browser);
  const before = await actions();
  await page.goto(stranger.url);
  await page.getByRole("button", { name: "完成演示" }).click();
  await page.getByText(/^failed /).waitFor();
  assert.equal(await page.getByRole("button", { name: "达标", exact: true }).count(), 0);
  assert.equal(await actions(), before);
});
