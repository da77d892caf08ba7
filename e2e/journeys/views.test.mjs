/** A view keeps columns, their sight and the density; it is changed, renamed, opened again after a reload, and deleted. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "../support/accessible.mjs";
import { openBrowser, openPage, picture } from "../support/browser.mjs";
import { admin } from "../support/server.mjs";
import { act, company, enter } from "../support/world.mjs";

let world;
let browser;

before(async () => {
  world = await company();
  browser = await openBrowser();
  for (const quality of ["MET", "IMPROVE", "SUPPORT"]) await act(world.api, "lin", "listen", quality);
});

after(async () => {
  await browser?.close();
  await world?.server.stop();
});

test("a view is made of a hidden column alone, changed, renamed, opened again and deleted", async () => {
  const page = await openPage(browser);
  await enter(page, world.server, admin.login, admin.password, "/tables/teaching");
  const views = page.getByRole("navigation", { name: "视图" });
  const campus = page.getByRole("columnheader", { name: "校区" });
  await campus.waitFor();
  assert.equal(await views.getByRole("button", { name: "存为视图" }).count(), 0, "nothing to keep yet");

  await page.getByRole("button", { name: "列", exact: true }).click();
  await page.getByRole("checkbox", { name: "校区" }).uncheck();
  await campus.waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await views.getByRole("button", { name: "存为视图" }).click();
  await page.getByRole("dialog").getByLabel("视图名称").fill("不看校区");
  await page.keyboard.press("Enter");
  await views.getByRole("button", { name: "不看校区", exact: true }).waitFor();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await accessible(page);
  await picture(page, "views");

  await page.getByRole("button", { name: "列", exact: true }).or(page.getByRole("button", { name: "隐藏 1" })).click();
  await page.getByRole("checkbox", { name: "备注" }).uncheck();
  await page.keyboard.press("Escape");
  await page.context().setOffline(true);
  await views.getByRole("button", { name: "保存到视图" }).click();
  await page.locator(".ant-message").getByText("连不上服务器").waitFor();
  await page.context().setOffline(false);
  page.faults.length = 0; // The browser reports the missing network by itself.
  await views.getByRole("button", { name: "保存到视图" }).click();
  await views.getByRole("button", { name: "保存到视图" }).waitFor({ state: "detached" });
  await views.getByRole("button", { name: "视图「不看校区」的操作" }).click();
  await page.getByRole("menuitem", { name: "改名" }).click();
  await page.getByRole("dialog").getByLabel("视图名称").fill("只看动作");
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await views.getByRole("button", { name: "只看动作", exact: true }).waitFor();

  await views.getByRole("button", { name: "全部记录" }).click();
  await world.server.restart();
  page.faults.length = 0; // The line of the live board broke meanwhile.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await campus.waitFor();
  await views.getByRole("button", { name: "只看动作", exact: true }).click();
  await campus.waitFor({ state: "detached" });
  assert.equal(await page.getByRole("columnheader", { name: "备注" }).count(), 0);

  await views.getByRole("button", { name: "视图「只看动作」的操作" }).click();
  await page.getByRole("menuitem", { name: "删除视图" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /删除视图/ }).click();
  await views.getByRole("button", { name: "只看动作", exact: true }).waitFor({ state: "detached" });
  await campus.waitFor();
  assert.deepEqual(page.faults, []);
});

test("a view that somebody else deleted meanwhile says so when it is shared or deleted", async () => {
  const path = "/tables/teaching/views";
  for (const key of ["one", "two"]) await world.api.post(path, { key, name: `视图${key}`, shared: false, config: {} });
  const page = await openPage(browser);
  await enter(page, world.server, admin.login, admin.password, "/tables/teaching");
  const views = page.getByRole("navigation", { name: "视图" });
  for (const [key, act] of [["one", "给所有人看"], ["two", "删除视图「视图two」"]]) {
    await views.getByRole("button", { name: `视图${key}`, exact: true }).click();
    await world.api.remove(`${path}/${key}`);
    await views.getByRole("button", { name: `视图「视图${key}」的操作` }).click();
    await page.getByRole("menuitem", { name: act }).click();
    if (key === "two") await page.getByRole("dialog").getByRole("button", { name: act }).click();
    await page.locator(".ant-message-error").waitFor();
    await page.locator(".ant-message-error").waitFor({ state: "detached" });
  }
  // The browser reports each 404, and nothing is left unhandled.
  assert.deepEqual(page.faults.filter((fault) => !fault.includes("404")), []);
});
