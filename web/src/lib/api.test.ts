import { address, api } from "@/lib/api";
import { dates } from "@/lib/dates";
import { language } from "@/lib/language";
import { Problem } from "@/lib/problem";
import { texts } from "@/lib/texts";

function answer(status: number, body?: unknown, headers: Record<string, string> = {}) {
  const fetched = vi.fn(
    async (_url: string, _request: RequestInit) =>
      new Response(body === undefined ? null : JSON.stringify(body), { status, headers }),
  );
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

describe("the client", () => {
  it("turns a refusal into a problem with its errors by field", async () => {
    answer(422, {
      type: "https://huoji.example/problems/refused",
      traceId: "7f3a",
      errors: [{ field: "budget", code: "required", message: "缺：客户预算" }],
    });
    const refused = await api
      .post<Problem>("/tables/visits/records", { fields: {} })
      .catch((thrown: Problem) => thrown);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused.ofField("budget")[0]?.message).toBe("缺：客户预算");
    expect(refused.code).toBe("refused");
  });

  it("survives an answer that is no JSON, and says how long to wait", async () => {
    vi.stubGlobal("fetch", async () => new Response("<html>", { status: 503, headers: { "Retry-After": "7" } }));
    const refused = await api.get<Problem>("/me").catch((thrown: Problem) => thrown);
    expect([refused.status, refused.retryAfter, refused.isPassing]).toEqual([503, 7, true]);
  });

  it("calls an unreachable server a passing problem", async () => {
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("Failed to fetch");
    });
    const refused = await api.get<Problem>("/me").catch((thrown: Problem) => thrown);
    expect([refused.status, refused.isPassing]).toEqual([0, true]);
  });

  it("sends the XSRF token of the cookie, a key and the version with a write", async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the test plays the server
    document.cookie = "XSRF-TOKEN=a%2Bb";
    const fetched = answer(204);
    await api.patch("/units/1", { name: "x" }, { key: "k", version: 3 });
    const headers = fetched.mock.calls[0]?.[1].headers as Headers;
    expect(["X-XSRF-TOKEN", "Idempotency-Key", "If-Match"].map((name) => headers.get(name))).toEqual([
      "a+b",
      "k",
      '"3"',
    ]);
  });

  it("follows the cursor to the end of a list", async () => {
    let page = 0;
    vi.stubGlobal("fetch", async (url: string) => {
      page += 1;
      expect(new URL(url, "http://x").searchParams.get("cursor")).toBe(page === 1 ? null : "next");
      return new Response(JSON.stringify({ items: [page], nextCursor: page === 1 ? "next" : null }));
    });
    expect(await api.all("/units")).toEqual([1, 2]);
  });

  it("writes a filter as JSON and leaves out what is not set", () => {
    expect(address("/people", { q: "", unit: undefined, filter: { field: "a", op: "eq" }, total: true })).toBe(
      "/api/v1/people?filter=%7B%22field%22%3A%22a%22%2C%22op%22%3A%22eq%22%7D&total=true",
    );
  });
});

describe("dates", () => {
  const zh = dates("zh-CN", "Asia/Shanghai");
  const en = dates("en", "Asia/Shanghai");

  it("are told in the company's zone, whatever the browser's", () => {
    expect(zh.full("2026-11-22T18:30:00Z")).toBe("2026年11月23日 周一");
    expect(en.full("2026-11-22T18:30:00Z")).toBe("Mon 23 Nov 2026");
    expect(zh.time("2026-11-22T16:00:00Z")).toBe("00:00");
    expect(zh.iso("2026-11-22T16:00:00Z")).toBe("2026-11-23");
  });

  it("leave a local date as it is", () => {
    expect(dates("zh-CN", "America/New_York").date("2026-11-23")).toBe("2026年11月23日");
    expect(en.weekday("2026-11-23")).toBe("Mon 23 Nov");
  });
});

describe("texts", () => {
  beforeEach(() => language.set("zh-CN"));
  afterEach(() => language.set("zh-CN"));

  it("count in English and write large numbers with commas", () => {
    const t = texts({ people: "共 {n} 人" }, { people: "{n} person | {n} people" });
    const english = texts({ people: "{n} person | {n} people" }, { people: "{n} person | {n} people" });
    expect(t.now("people", { n: 2900 })).toBe("共 2,900 人");
    language.set("en");
    expect([1, 0, 2900].map((n) => english.now("people", { n }))).toEqual(["1 person", "0 people", "2,900 people"]);
  });
});
