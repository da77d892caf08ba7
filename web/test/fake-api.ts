/** An invented company behind the API's shapes, so that screens can be tested without a server. */

export interface Reply {
  status: number;
  body?: unknown;
}

const ref = (id: string, name: string) => ({ id, code: id, name });

const regions: [string, string, [string, string][]][] = [
  [
    "north",
    "华北大区",
    [
      ["sjz-yh", "石家庄裕华校区"],
      ["hd-ct", "邯郸丛台校区"],
      ["bj-wj", "北京望京校区"],
      ["tj-nk", "天津南开校区"],
    ],
  ],
  [
    "east",
    "华东大区",
    [
      ["nj-gl", "南京鼓楼校区"],
      ["hz-xh", "杭州西湖校区"],
    ],
  ],
];
const unit = (id: string, name: string, kind: string, parent: { id: string; name: string } | null, people: number) => ({
  ...ref(id, name),
  kind,
  parent: parent && ref(parent.id, parent.name),
  position: 0,
  people,
});
export const units = [
  unit("hq", "启明教育集团", "company", null, 3),
  ...regions.flatMap(([id, name, campuses]) => [
    unit(id, name, "region", { id: "hq", name: "启明教育集团" }, 2),
    ...campuses.map(([code, campus]) => unit(code, campus, "campus", { id, name }, 21)),
  ]),
];

const names =
  "林雨桐 何俊峰 宋知夏 沈嘉树 崔明哲 孙可欣 梁子墨 许文博 姚佳宁 范若溪 潘一鸣 赵思远 郭沐阳 邵清妍 魏晓彤 陶然 欧阳语嫣 㛃䶮".split(
    " ",
  );
const campuses = units.filter((one) => one.kind === "campus");
export const people = Array.from({ length: 230 }, (_, index) => {
  const campus = campuses[index % campuses.length] ?? campuses[0];
  const place = ref(campus?.id ?? "", campus?.name ?? "");
  const name = index === 0 ? "周敏" : (names[index % names.length] ?? "");
  return {
    ...ref(index === 0 ? "zhou-min" : `t${String(index).padStart(4, "0")}`, name),
    email: index % 3 === 0 ? `t${index}@qiming.example` : null,
    mobile: index % 3 === 1 ? `+86138000${String(10000 + index)}` : null,
    manager: index % 7 === 0 ? null : ref("zhou-min", "周敏"),
    externalIds: {},
    unit: place,
    memberships:
      index % 5 === 1
        ? [
            { unit: ref("bj-wj", "北京望京校区"), from: null, to: "2026-03-01" },
            { unit: place, from: "2026-03-01", to: null },
          ]
        : [{ unit: place, from: null, to: null }],
    roles:
      index === 0
        ? [{ role: "admin" }, { role: "lead", unit: ref("north", "华北大区") }]
        : index % 9 === 4
          ? []
          : [{ role: "staff" }],
    active: index % 40 !== 39,
    account: index % 4 !== 3,
    version: 3,
  };
});

const everything =
  "tenant.write people.read people.write roles.write tokens.write model.read model.write records.read records.create records.update records.delete records.import nodes.write expectations.read expectations.waive objects.read objects.write events.write metrics.read embed.tickets".split(
    " ",
  );
const role = (key: string, name: string, scope: string, permissions: string[], builtIn = true) => ({
  id: key,
  key,
  name,
  class: key === "agent" ? "service" : "knowledge",
  scope,
  listedUnits: [],
  permissions,
  builtIn,
});
const roles = [
  role("admin", "管理员", "all", everything),
  role(
    "hr",
    "人事",
    "all",
    everything.filter((one) => !one.startsWith("t")),
  ),
  role("lead", "负责人", "unitAndBelow", [
    "records.read",
    "records.create",
    "expectations.read",
    "metrics.read",
    "people.read",
  ]),
  role("staff", "员工", "own", ["records.read", "records.create", "expectations.read"]),
  role("dean", "教务主任", "unitAndBelow", ["records.read", "metrics.read"], false),
];

const me = {
  account: { id: "a1", login: "zhou.min@qiming.example", name: "周敏", locale: "zh-CN" },
  tenant: { id: "x1", name: "启明教育集团", zone: "Asia/Shanghai", locale: "zh-CN", state: "permanent" },
  person: { ...ref("zhou-min", "周敏"), unit: ref("hq", "启明教育集团") },
  roles: ["admin", "lead"],
  permissions: everything,
  scope: { all: true, unitCount: units.length },
};

const sessions = [
  ["s1", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0 Safari/537.36", true],
  ["s2", "Mozilla/5.0 (Linux; Android 14; HarmonyOS) MicroMessenger/8.0", false],
  ["s3", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1", false],
].map(([id, device, current]) => ({
  id,
  device,
  current,
  address: "10.0.3.17",
  createdAt: "2026-11-20T01:12:00Z",
  lastSeenAt: "2026-11-23T01:40:00Z",
}));

const tokens = [
  {
    id: "k1",
    name: "纷享销客 同步",
    scopes: ["objects.write", "events.write"],
    unit: ref("north", "华北大区"),
    createdAt: "2026-09-01T02:00:00Z",
    expiresAt: "2027-09-01T02:00:00Z",
    lastUsedAt: "2026-11-23T01:39:00Z",
  },
  {
    id: "k2",
    name: "考勤导入",
    scopes: ["records.import"],
    createdAt: "2026-01-05T02:00:00Z",
    expiresAt: "2026-04-05T02:00:00Z",
  },
];

const refusal = {
  type: "about:blank",
  title: "没有保存",
  status: 422,
  detail: "",
  traceId: "7f3a21c09d",
  errors: [{ field: "code", code: "taken", message: "这个工号已经有人用了，换一个。" }],
};

function list(items: unknown[]): Reply {
  return { status: 200, body: { items, nextCursor: null, total: items.length } };
}

function peopleOf(query: URLSearchParams): Reply {
  const at = query.get("unit");
  const places = new Set([
    at,
    ...(query.get("below") === "true" ? units.filter((one) => one.parent?.id === at).map((one) => one.id) : []),
  ]);
  const q = query.get("q") ?? "";
  const found = people.filter(
    (person) =>
      (!at || at === "hq" || places.has(person.unit.code)) &&
      (person.name.includes(q) || person.code.includes(q)) &&
      (query.get("active") === null || String(person.active) === query.get("active")) &&
      (!query.get("role") || person.roles.some((grant) => grant.role === query.get("role"))),
  );
  const from = Number(query.get("cursor") || 0);
  const limit = Number(query.get("limit") || 50);
  return {
    status: 200,
    body: {
      items: found.slice(from, from + limit),
      nextCursor: from + limit < found.length ? String(from + limit) : null,
      total: found.length,
    },
  };
}

/** What the API answers; `signedIn` = false for the pages before the door. */
export function fakeApi(method: string, url: string, signedIn = true): Reply {
  const { pathname, searchParams } = new URL(url, "http://huoji.test");
  const path = pathname.replace("/api/v1", "");
  if (path.startsWith("/invitations/gone")) return { status: 404, body: { status: 404, title: "没有找到" } };
  if (path.startsWith("/invitations/")) return { status: 200, body: { company: "启明教育集团", name: "林雨桐" } };
  if (path === "/trials") return method === "GET" ? { status: 200, body: { open: true, days: 7 } } : { status: 202 };
  if (path.startsWith("/trials/gone")) return { status: 404, body: { status: 404, title: "没有找到" } };
  if (path.startsWith("/trials/"))
    return {
      status: 200,
      body: { email: "zhou.min@qiming.example", company: "启明教育集团", hasAccount: path.endsWith("known") },
    };
  if (path.startsWith("/setup/")) return { status: 204 };
  if (path === "/sessions" && method === "POST")
    return {
      status: 200,
      body: {
        choose: [
          { tenant: "x1", name: "启明教育集团" },
          { tenant: "x2", name: "华康医疗器械" },
        ],
      },
    };
  if (!signedIn) return { status: 401, body: { status: 401, title: "没有登录" } };
  if (method === "POST" && path === "/people") return { status: 422, body: refusal };
  if (path.endsWith(":invite"))
    return {
      status: 200,
      body: { url: "https://huoji.example/invite/9kYt2mQ7xB4nL8vR", expiresAt: "2026-11-30T02:00:00Z" },
    };
  if (method === "POST" && path === "/tokens")
    return { status: 201, body: { id: "k3", token: "hj_7Qm2kXv9Lr4TnB8sWz1cYp6DfG3hJ0aE" } };
  if (method !== "GET") return { status: 204 };
  if (path === "/me") return { status: 200, body: me };
  if (path === "/units") return list(units);
  if (path === "/people") return peopleOf(searchParams);
  if (path.startsWith("/people/"))
    return { status: 200, body: people.find((person) => path.endsWith(`/${person.code}`)) };
  if (path === "/tenant")
    return {
      status: 200,
      body: { name: "启明教育集团", zone: "Asia/Shanghai", embedOrigins: ["https://crm.qiming.example"] },
    };
  if (path === "/roles") return list(roles);
  if (path === "/tokens") return list(tokens);
  if (path === "/sessions") return list(sessions);
  return { status: 404, body: { status: 404, title: "没有找到" } };
}
