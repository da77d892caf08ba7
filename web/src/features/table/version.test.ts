import { expect, test } from "vitest";
import type { HistoryEntry } from "./record-queries";
import { differences } from "./version";

const entry = (version: number, changes: [string, unknown, unknown][]): HistoryEntry => ({
  version,
  at: "2026-11-28T09:00:00+08:00",
  actor: null,
  act: "updated",
  source: "form",
  changes: changes.map(([field, from, to]) => ({ field, name: field, from, to })),
});
const entries = [
  entry(4, [["note", "丙", "丁"]]),
  entry(3, [["count", 1, 2]]),
  entry(2, [
    ["note", "甲", "丙"],
    ["site", undefined, "https://a"],
  ]),
  entry(1, [["note", undefined, "甲"]]),
];
const record = { id: "r", table: "t", version: 4, fields: { note: "丁", count: 2, site: "https://a" } };

test("an earlier version differs by what was changed since, oldest value first", () => {
  expect(differences(entries, 1, record)).toEqual([
    { field: "note", now: "丁", past: "甲" },
    { field: "count", now: 2, past: 1 },
    { field: "site", now: "https://a", past: null },
  ]);
  expect(differences(entries, 3, record)).toEqual([{ field: "note", now: "丁", past: "丙" }]);
});

test("a value that came back by itself is no difference, and the newest version has none", () => {
  expect(differences([entry(5, [["note", "甲", "丁"]]), ...entries], 1, { ...record, fields: { note: "甲" } })).toEqual(
    [{ field: "count", now: null, past: 1 }],
  );
  expect(differences(entries, 4, record)).toEqual([]);
});
