/** A form with the richer kinds of fields is filled in by hand, with fields that come, must be filled and lock by conditions. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "../support/accessible.mjs";
import { openBrowser, openPage, picture } from "../support/browser.mjs";
import { photo } from "../support/photo.mjs";
import { admin } from "../support/server.mjs";
import { company, enter } from "../support/world.mjs";

let world;
let browser;

before(async () => {
  world = await company();
  browser = await openBrowser();
  const options = (...labels) => labels.map((label, index) => ({ key: `o${index}`, label }));
  await world.api.post("/tables", {
    key: "works",
    name: "工单",
    fields: [
      ["region", "地区", "cascader", { options: [{ key: "hebei", label: "河北", children: options("石家庄", "保定") }, { key: "tj", label: "天津" }] }],
      ["state", "进度", "status", { options: options("待办", "进行中", "已完成"), transitions: { o0: ["o1"], o1: ["o2"] } }],
      ["clock", "到场时刻", "time"],
      ["month", "所属月份", "month"],
      ["range", "起止日期", "dateRange"],
      ["people", "参与人", "persons"],
      ["places", "涉及校区", "units"],
      ["office", "负责角色", "role"],
      ["spot", "现场位置", "location"],
      ["papers", "资料", "attachment"],
      ["voice", "现场录音", "recording"],
      ["signed", "客户签名", "signature"],
      ["result", "结果", "select", { options: options("成交", "丢单") }],
      ["reason", "丢单原因", "text", { noPlaceholders: true }],
      ["amount", "报价", "integer", { readOnlyWhen: { field: "state", op: "eq", value: "o1" } }],
    ].map(([key, name, type, config = {}]) => ({ key, name, type, config })),
  });
});

after(async () => {
  await browser?.close();
  await world?.server.stop();
});

const choose = (page, title) =>
  page
    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
    .filter({ hasText: title })
    .click();

/** A list that is fading away would be judged as well. */
const listsClosed = (page) =>
  page.waitForFunction(() => !document.querySelector(".ant-select-dropdown:not(.ant-select-dropdown-hidden)"));

test("when a field is shown and must be filled is set up in words", async () => {
  const page = await openPage(browser);
  await enter(page, world.server, admin.login, admin.password, "/tables/works/fields");
  await page.getByRole("button", { name: /^丢单原因/ }).click();
  for (const rule of ["满足条件才显示", "满足条件就必填"]) {
    await page.getByRole("switch", { name: rule }).click();
    const part = page.getByRole("group", { name: "条件" }).locator("> div").filter({ has: page.getByRole("switch", { name: rule }) });
    await part.getByRole("combobox", { name: "字段" }).fill("结果");
    await choose(page, "结果");
    await part.getByRole("combobox", { name: "值" }).click();
    await choose(page, "丢单");
  }
  await listsClosed(page);
  await accessible(page);
  await picture(page, "fields-rules");
  await page.getByRole("button", { name: "保存字段" }).click();
  await page.getByText("字段已保存").waitFor();
  const { config } = (await world.api.get("/tables/works/fields")).items.find(({ key }) => key === "reason");
  const lost = { field: "result", op: "eq", value: "o1" };
  assert.deepEqual([config.visibleWhen, config.requiredWhen], [lost, lost]);
  assert.deepEqual(page.faults, []);
});

test("every kind of value is given by hand, and conditions rule the form", async () => {
  const page = await openPage(browser);
  await page.context().grantPermissions(["geolocation", "microphone"]);
  await page.context().setGeolocation({ latitude: 38.0428, longitude: 114.5149, accuracy: 20 });
  await enter(page, world.server, admin.login, admin.password, "/tables/works?record=new");
  await page.getByRole("heading", { name: "新建记录" }).waitFor();

  await page.getByRole("combobox", { name: "地区" }).click();
  await page.getByRole("menuitemcheckbox", { name: "河北" }).click();
  await page.getByRole("menuitemcheckbox", { name: "保定" }).click();
  await page.getByRole("combobox", { name: "进度" }).click();
  await page.locator(".ant-select-item-option").filter({ hasText: "待办" }).waitFor();
  assert.equal(await page.locator(".ant-select-item-option").filter({ hasText: "已完成" }).count(), 0);
  await page.keyboard.press("Escape");
  await page.getByLabel("到场时刻").fill("09:05");
  await page.keyboard.press("Enter");
  await page.getByLabel("所属月份").fill("2026-11");
  await page.keyboard.press("Enter");
  await page.getByPlaceholder("开始日期").fill("2026-11-23");
  await page.keyboard.press("Enter");
  await page.getByPlaceholder("结束日期").fill("2026-11-27");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "参与人" }).fill("林");
  await choose(page, "林雨桐");
  await page.keyboard.press("Escape");
  await page.getByRole("combobox", { name: "涉及校区" }).click();
  await page.getByRole("treeitem", { name: "裕华校区" }).getByText("裕华校区").click();
  await page.keyboard.press("Escape");
  await page.getByRole("combobox", { name: "负责角色" }).click();
  await choose(page, "负责人");
  await page.getByRole("button", { name: "获取当前位置" }).click();
  await page.getByLabel("地点名称").fill("客户前台");

  const papers = page.getByRole("group", { name: "资料" });
  await papers.locator("input[type=file]").setInputFiles(photo("资料一.png"));
  await papers.getByRole("link").waitFor();
  const voice = page.getByRole("group", { name: "现场录音" });
  await voice.getByRole("button", { name: "录音" }).click();
  await voice.getByText("0:01").waitFor();
  await voice.getByRole("button", { name: "点一下结束" }).click();
  await voice.getByRole("link").waitFor();
  const signed = page.getByRole("group", { name: "客户签名" });
  const paper = signed.getByRole("img", { name: "在这里签名" });
  await paper.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await paper.boundingBox();
  await page.mouse.move(x + 30, y + height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 12; step++)
    await page.mouse.move(x + 30 + (step * (width - 60)) / 12, y + height / 2 + 20 * Math.sin(step));
  await page.mouse.up();
  await picture(page, "fields-signature");
  await signed.getByRole("button", { name: "用这个签名" }).click();
  await signed.getByRole("link").waitFor();

  await page.getByLabel("报价").fill("100");
  assert.equal(await page.getByLabel("丢单原因").count(), 0, "hidden until the deal is lost");
  await page.getByRole("combobox", { name: "结果" }).click();
  await choose(page, "丢单");
  await listsClosed(page);
  await page.getByLabel("丢单原因").fill("无");
  await accessible(page);
  await picture(page, "fields-form");
  await page.getByRole("button", { name: "提交记录" }).click();
  await page.getByText("丢单原因要写实际内容").waitFor();
  await page.getByLabel("丢单原因").fill("价格高了两成");
  await page.getByRole("button", { name: "提交记录" }).click();
  await page.getByText("已提交").waitFor();

  const [{ id, fields }] = (await world.api.get("/tables/works/records")).items;
  assert.deepEqual(fields.region, ["hebei", "o1"]);
  assert.equal(fields.state, "o0");
  assert.equal(fields.clock, "09:05");
  assert.equal(fields.month, "2026-11");
  assert.deepEqual(fields.range, { from: "2026-11-23", to: "2026-11-27" });
  assert.deepEqual(fields.people.map(({ code }) => code), ["lin"]);
  assert.deepEqual(fields.places.map(({ code }) => code), ["yuhua"]);
  assert.equal(fields.office.key, "lead");
  assert.deepEqual(fields.spot, { lat: "38.0428", lng: "114.5149", accuracy: 20, name: "客户前台" });
  assert.equal(fields.papers[0].name, "资料一.png");
  assert.equal(fields.voice[0].kind, "recording");
  assert.equal(fields.signed[0].kind, "photo");
  assert.equal(fields.reason, "价格高了两成");

  // Once in progress, the price is shown and can't be changed.
  await world.api.patch(`/records/${id}`, { fields: { state: "o1" } });
  await page.goto(`${world.server.url}/tables/works?record=${id}`);
  await page.getByText("现在不能改").waitFor();
  assert.equal(await page.getByRole("spinbutton", { name: "报价" }).count(), 0);
  await picture(page, "fields-read-only");
  assert.deepEqual(page.faults.filter((fault) => !fault.includes("422")), []);
});
