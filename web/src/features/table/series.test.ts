import { afterEach, expect, test, vi } from "vitest";
import { series } from "./series";

interface Sent {
  items: { id: string }[];
}

/** Answers each request by its items; `refuse` are the ids that are not taken. */
function server(refuse: string[] = [], fails = -1) {
  const sizes: number[] = [];
  vi.stubGlobal(
    "fetch",
    vi.fn(async (_: string, init: RequestInit) => {
      const { items } = JSON.parse(String(init.body)) as Sent;
      if (sizes.length === fails) throw new TypeError("no network");
      sizes.push(items.length);
      const answer = items.map(({ id }) =>
        refuse.includes(id)
          ? { id, status: 422, errors: [{ message: "缺：预算。" }] }
          : { id, status: 200, version: 2 },
      );
      return new Response(JSON.stringify({ items: answer }), { status: 200 });
    }),
  );
  return sizes;
}
const items = (n: number) => Array.from({ length: n }, (_, at) => ({ id: `r${at}`, fields: { note: "改" } }));

afterEach(() => vi.unstubAllGlobals());

test("many go in packs, and each that is refused says why", async () => {
  const sizes = server(["r3", "r450"]);
  const seen: number[] = [];
  const result = await series("change", "visits", items(451), { onProgress: (n) => seen.push(n) });
  expect(sizes).toEqual([200, 200, 51]);
  expect(seen).toEqual([200, 400, 451]);
  expect(result.done).toHaveLength(449);
  expect(result.refused).toEqual([
    { id: "r3", status: 422, reasons: ["缺：预算。"] },
    { id: "r450", status: 422, reasons: ["缺：预算。"] },
  ]);
});

test("it stops between two packs", async () => {
  server();
  const stop = new AbortController();
  const result = await series("delete", "visits", items(500), { onProgress: () => stop.abort(), signal: stop.signal });
  expect(result.done).toHaveLength(200);
  expect(result.left).toBe(300);
});

test("what was done before the network broke stays done, the rest is told", async () => {
  server([], 1);
  const result = await series("restore", "visits", items(500));
  expect(result.done).toHaveLength(200);
  expect(result.refused).toHaveLength(200);
  expect(result.left).toBe(100);
});
