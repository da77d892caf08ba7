/** A small company as a journey needs it, laid through the public API. */
import { admin, startServer } from "./server.mjs";
import { signIn } from "./api.mjs";

export const secret = "a long enough secret";

/** Two campuses, a teacher in each, a lead of the first; one action table with two nodes that want a photo. */
export async function company() {
  const server = await startServer();
  const api = await signIn(server.url, admin.login, admin.password);
  for (const [code, name] of [["yuhua", "裕华校区"], ["congtai", "丛台校区"]])
    await api.post("/units", { code, name, kind: "campus", parent: "hq" });
  await person(server, api, "lin", "林雨桐", "yuhua", "staff");
  await person(server, api, "wu", "吴海峰", "congtai", "staff");
  await person(server, api, "zhao", "赵敏", "yuhua", "lead");
  await api.post("/tables", {
    key: "teaching",
    name: "教学动作",
    fields: [
      { key: "campus", name: "校区", type: "unit", role: "unit" },
      { key: "teacher", name: "教师", type: "person", role: "subject", required: true },
      { key: "date", name: "日期", type: "dateTime", role: "occurredAt", required: true },
      { key: "action", name: "动作类型", type: "node", role: "node", required: true },
      { key: "quality", name: "完成质量", type: "quality", role: "quality", required: true },
      { key: "proof", name: "支撑证据", type: "evidence", role: "evidence" },
      { key: "note", name: "备注", type: "longText" },
    ],
  });
  await api.post("/scenes", { key: "week", name: "教学一周" });
  for (const [key, name] of [["listen", "听课"], ["parents", "家长沟通"]])
    await api.post("/nodes", {
      key,
      name,
      scene: "week",
      table: "teaching",
      trigger: { kind: "manual" },
      evidence: [{ kind: "photo", min: 1, mode: "expected" }],
    });
  return { server, api };
}

async function person(server, api, code, name, unit, role) {
  await api.post("/people", { code, name, unit, roles: [{ role }] });
  const { url } = await api.post(`/people/${code}:invite`, {});
  const answer = await fetch(`${server.url}/api/v1/invitations/${url.split("/").at(-1)}:accept`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login: `${code}@journey.test`, password: secret }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Asks a person for an action within so many days. */
export function expect(api, node, subject, days = 1) {
  return api.post("/expectations", { node, subject, due: new Date(Date.now() + days * 86_400_000).toISOString() });
}

/** Submits an action by API. */
export function act(api, teacher, action, quality) {
  const date = new Date(Date.now() - 60_000).toISOString();
  return api.post("/tables/teaching/records", { fields: { teacher, date, action, quality } });
}

/** Fills the sign-in form and waits until somebody is in. */
export async function enter(page, server, login, password, to) {
  await page.goto(`${server.url}/sign-in?to=${encodeURIComponent(to)}`);
  await page.locator("input[autocomplete=username]").fill(login);
  await page.locator("input[autocomplete=current-password]").fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
