import "../src/huoji-box";
import type { HuojiBox } from "../src/huoji-box";

const question = {
  node: { key: "demo", name: "产品演示" },
  hint: "苏州市立医院 <骨科>",
  levels: [
    { key: "MET", label: "达标", band: "MET" },
    { key: "IMPROVE", label: "待提升", band: "IMPROVE" },
    { key: "SUPPORT", label: "需支持", band: "SUPPORT" },
  ],
  takesNote: true,
  takesFiles: true,
  state: "open",
  texts: {
    question: "这次产品演示做得怎么样？",
    submitted: "已提交，看板已更新",
    undo: "撤回",
    left: "还有 {n} 秒",
    undone: "已撤回，可以重选",
    close: "关闭",
    note: "一句话说明",
    photo: "现场照",
    sound: "录音",
    optional: "可不填",
    added: "已补上",
    answered: "已提交过",
    failed: "没有提交上去",
  },
};

type Reply = { status?: number; body?: unknown };
let replies: Record<string, Reply>;
let calls: { method: string; path: string; headers: Record<string, string>; body: unknown; credentials?: string }[];
let box: HuojiBox;
let told: { type: string; detail: unknown }[];

const find = <E extends Element = HTMLElement>(selector: string) => box.shadowRoot?.querySelector<E>(selector) as E;
const level = (label: string) =>
  [...(box.shadowRoot?.querySelectorAll<HTMLButtonElement>(".levels button") ?? [])].find(
    (button) => button.textContent === label,
  ) as HTMLButtonElement;
const settled = () => vi.advanceTimersByTimeAsync(1);

beforeEach(() => {
  vi.useFakeTimers();
  replies = {
    "GET question": { body: question },
    "POST submissions": { status: 201, body: { recordId: "r1", level: "IMPROVE" } },
    "DELETE submissions": { status: 204 },
    "PATCH submissions": { body: { recordId: "r1", level: "IMPROVE" } },
    "POST files": { status: 201, body: { id: "f1" } },
  };
  calls = [];
  told = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const path = url.replace("https://huoji.example/embed/v1/", "");
    calls.push({
      method: init.method ?? "",
      path,
      headers: init.headers as Record<string, string>,
      body: typeof init.body === "string" ? JSON.parse(init.body) : init.body,
      credentials: init.credentials,
    });
    const reply = replies[`${init.method} ${path}`];
    if (!reply) throw new TypeError("Failed to fetch");
    const status = reply.status ?? 200;
    return new Response(status === 204 ? null : JSON.stringify(reply.body), { status });
  });
  document.body.innerHTML = `<button id="host">完成演示</button><huoji-box base="https://huoji.example/" ticket="t-1" lang="zh-CN"></huoji-box>`;
  box = document.querySelector<HuojiBox>("huoji-box") as HuojiBox;
  for (const type of ["huoji:submitted", "huoji:failed"])
    box.addEventListener(type, (event) => told.push({ type, detail: (event as CustomEvent).detail }));
  document.querySelector<HTMLButtonElement>("#host")?.focus();
});

afterEach(() => vi.useRealTimers());

async function asked() {
  await box.ask();
  await settled();
}

it("shows nothing until it is asked", () => {
  expect(box.hasAttribute("open")).toBe(false);
});

it("tells the host of a refused ticket, shows why, and throws nothing", async () => {
  replies["GET question"] = {
    status: 401,
    body: { detail: "票已过期。", errors: [{ code: "ticket-expired" }] },
  };
  await asked();
  expect(told).toEqual([{ type: "huoji:failed", detail: { code: "ticket-expired" } }]);
  expect(find(".foot").textContent).toContain("票已过期。");
});

it("survives a server that is not there", async () => {
  delete replies["GET question"];
  await asked();
  expect(told).toEqual([{ type: "huoji:failed", detail: { code: "offline" } }]);
  expect(find(".foot").textContent).toBe("连不上活绩");
});

it("lets the person try again after a failed submission", async () => {
  await asked();
  delete replies["POST submissions"];
  level("达标").click();
  await settled();
  expect(told[0]?.detail).toEqual({ code: "offline" });
  expect(find(".foot").textContent).toBe("没有提交上去");
  expect(level("达标").disabled).toBe(false);
});

it("never lets the texts of the server become markup", async () => {
  await asked();
  expect(find("#h").textContent).toBe("苏州市立医院 <骨科>");
  expect(find("#h").innerHTML).not.toContain("<骨科>");
});

it("asks as a dialog with the three levels as words, and takes the focus", async () => {
  await asked();
  const dialog = find("[role=dialog]");
  expect(dialog.getAttribute("aria-labelledby")).toBe("q");
  expect(find("#q").textContent).toBe("这次产品演示做得怎么样？");
  expect([...(box.shadowRoot?.querySelectorAll(".levels button") ?? [])].map((it) => it.textContent)).toEqual([
    "达标",
    "待提升",
    "需支持",
  ]);
  expect(box.shadowRoot?.activeElement).toBe(level("达标"));
});

it("submits at the first tap, once, with the ticket and without cookies", async () => {
  await asked();
  level("待提升").click();
  level("待提升").click();
  await settled();
  const posts = calls.filter((it) => it.method === "POST");
  expect(posts).toHaveLength(1);
  expect(posts[0]?.body).toEqual({ level: "IMPROVE" });
  expect(posts[0]?.headers.Authorization).toBe("Ticket t-1");
  expect(posts[0]?.path).toBe("submissions");
  expect(posts[0]?.credentials).toBe("omit");
  expect(told).toEqual([{ type: "huoji:submitted", detail: { recordId: "r1" } }]);
  expect(level("待提升").getAttribute("aria-pressed")).toBe("true");
});

it("counts ten seconds in which it can be taken back", async () => {
  await asked();
  level("待提升").click();
  await settled();
  expect(find(".foot").textContent).toContain("还有 10 秒");
  await vi.advanceTimersByTimeAsync(2000);
  expect(find(".foot").textContent).toContain("还有 8 秒");
  find<HTMLButtonElement>(".foot button").click();
  await settled();
  expect(calls.at(-1)).toMatchObject({ method: "DELETE", path: "submissions" });
  expect(find(".foot").textContent).toBe("已撤回，可以重选");
  expect(level("待提升").disabled).toBe(false);
});

it("offers no way back after ten seconds", async () => {
  await asked();
  level("达标").click();
  await settled();
  await vi.advanceTimersByTimeAsync(12_000);
  expect(find(".foot button")).toBeNull();
  expect(find(".foot").textContent).toBe("已提交，看板已更新");
});

it("adds a note and a photo afterwards, when somebody wants to", async () => {
  await asked();
  expect(find<HTMLElement>(".more").hidden).toBe(true);
  level("待提升").click();
  await settled();
  const note = find<HTMLInputElement>("input[type=text]");
  note.value = "翻修率数据没答上来";
  note.dispatchEvent(new Event("change"));
  await settled();
  expect(calls.at(-1)).toMatchObject({ method: "PATCH", body: { note: "翻修率数据没答上来" } });
  const photo = find<HTMLInputElement>("input[type=file]");
  Object.defineProperty(photo, "files", { value: [new File(["x"], "a.jpg")] });
  photo.dispatchEvent(new Event("change"));
  await settled();
  expect(calls.at(-2)).toMatchObject({ method: "POST", path: "files" });
  expect(calls.at(-1)).toMatchObject({ method: "PATCH", body: { files: ["f1"] } });
});

it("shows what was answered when asked again", async () => {
  replies["GET question"] = { body: { ...question, state: "answered", answer: { recordId: "r1", level: "MET" } } };
  await asked();
  expect(level("达标").disabled).toBe(true);
  expect(level("达标").getAttribute("aria-pressed")).toBe("true");
  expect(find(".foot").textContent).toBe("已提交过");
});

it("closes on Escape and gives the focus back to the page", async () => {
  await asked();
  level("达标").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  expect(box.hasAttribute("open")).toBe(false);
  expect(document.activeElement?.id).toBe("host");
});

it("stays still for those who want no motion and goes dark with the page", async () => {
  await asked();
  const css = box.shadowRoot?.querySelector("style")?.textContent ?? "";
  expect(css).toContain("prefers-reduced-motion");
  expect(css).toContain("prefers-color-scheme:dark");
});
