/** Every page in both languages, light and dark, on a desk and on a phone: nothing that axe finds, nothing beside the screen. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "../support/accessible.mjs";
import { openBrowser, openPage, picture } from "../support/browser.mjs";
import { admin } from "../support/server.mjs";
import { act, company, enter, expect, secret } from "../support/world.mjs";

const pages = [
  "/todo",
  "/records",
  "/expectations",
  "/objects",
  "/scenes",
  "/scenes/week",
  "/start",
  "/apps",
  "/tables",
  "/tables/teaching",
  "/tables/teaching?record=new",
  "/tables/teaching/fields",
  "/tables/teaching/bin",
  "/mentions",
  "/tables/visits",
  "/tables/visits?record=new",
  "/tables/visits/fields",
  "/boards/health",
  "/menu",
  "/account",
  "/organisation",
  "/roles",
  "/company",
  "/tokens",
  "/record",
  "/transfers",
  "/imports/new/table/visits",
  "/imports/new/people",
  "/nowhere",
];
const shapes = {
  "desktop, light, Chinese": {},
  "desktop, dark, English": { dark: true, locale: "en-GB" },
  "phone, light, English": { shape: "phone", locale: "en-GB" },
  "phone, dark, Chinese": { shape: "phone", dark: true },
};

let world;
let browser;

before(async () => {
  world = await company();
  browser = await openBrowser();
  const { api } = world;
  for (const quality of ["MET", "IMPROVE", "SUPPORT"]) {
    const record = await act(api, "lin", "listen", quality);
    await api.patch(`/records/${record.id}`, { fields: { note: "课堂提问 12 次" } });
    await api.post(`/records/${record.id}/comments`, { text: "@[lin] 提问再慢一点" });
    if (quality === "SUPPORT") await api.remove(`/records/${record.id}`);
    else if (quality === "MET")
      pages.push(...["", "?tab=history", "?tab=related"].map((tab) => `/tables/teaching/records/${record.id}${tab}`));
  }
  await expect(api, "listen", "lin", 1);
  await expect(api, "parents", "lin", 2);
  await api.post("/tables/teaching/views", { key: "mine", name: "三月的听课", config: {} });
  const fields = ["email", "phone", "rating", "duration"].map((type) => ({ key: type, name: type, type }));
  await api.post("/tables", { key: "visits", name: "到访", fields });
  const visit = { email: "li@example.com", phone: "138 0013 8000", rating: 4, duration: "PT1H30M" };
  await api.post("/tables/visits/records", { fields: visit });
  const file = "邮箱,phone,Duration,无关\nwu@example.com,13800138001,1:30,x\n不是邮箱,1,y,\n";
  const imports = [];
  for (let i = 0; i < 3; i++)
    imports.push((await api.upload("/tables/visits/records:import", "到访记录.csv", file)).transfer.id);
  await finished(api, imports[1], "check");
  await finished(api, imports[2], "run");
  pages.unshift(...imports.map((id) => `/imports/${id}`));
  await api.post("/tables/visits/records:export", { later: true });
  await api.post("/object-types", { key: "deal", name: "商机" });
  await api.post("/objects/deal:batch", { items: [{ externalId: "D1", name: "关节镜系统 2 套" }] });
});

/** Checks or runs an import to its end. */
async function finished(api, id, act) {
  await api.post(`/imports/${id}:${act}`);
  while ((await api.get(`/jobs/${id}`)).state === "running") await new Promise((resolve) => setTimeout(resolve, 100));
}

after(async () => {
  await browser?.close();
  await world?.server.stop();
});

/** What stands out of the screen to the right, by its words. */
const beside = (page) =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide <= 0) return [];
    return [...document.querySelectorAll("body *")]
      .filter((it) => it.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(-3)
      .map((it) => `${it.tagName} ${it.className} ${it.textContent?.slice(0, 40)}`);
  });

async function look(page, name, server, path) {
  await page.goto(server.url + path);
  await page.locator("h1").first().waitFor();
  await accessible(page);
  assert.deepEqual(await beside(page), [], `${name} ${path}`);
  await picture(page, `${name.replaceAll(/\W+/g, "-")}${path.replaceAll(/\W+/g, "-")}`);
  assert.deepEqual(
    page.faults.filter((fault) => !(path === "/nowhere" && fault.includes("404"))),
    [],
    `${name} ${path}`,
  );
}

for (const [name, shape] of Object.entries(shapes))
  test(name, { timeout: 240_000 }, async () => {
    const page = await openPage(browser, shape);
    await enter(page, world.server, admin.login, admin.password, "/tables");
    for (const path of pages) await look(page, name, world.server, path);
    await page.context().close();
    const staff = await openPage(browser, shape);
    await enter(staff, world.server, "lin@journey.test", secret, "/todo");
    for (const path of ["/todo", "/records", "/boards/health", "/menu"]) await look(staff, `staff, ${name}`, world.server, path);
    await staff.context().close();
  });
