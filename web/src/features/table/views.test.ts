import { expect, it } from "vitest";
import type { DataTable } from "@/lib/tables";
import { fresh } from "./view-state";
import { configOf, isChanged, lookOf, type Setting, type View } from "./views";

const table = {
  key: "t",
  fields: ["a", "b", "c"].map((key) => ({ key, name: key, type: "text" })),
} as unknown as DataTable;
const untouched: Setting = { filter: undefined, sort: "", look: fresh };

it("keeps columns in the order, width and sight they have now", () => {
  const now = { ...untouched, sort: "-b", look: { ...fresh, order: ["c", "a"], hidden: ["a"], widths: { c: 90 } } };
  expect(configOf(table, now)).toEqual({
    filter: null,
    sort: "-b",
    columns: [
      { field: "c", width: 90, hidden: false },
      { field: "a", hidden: true },
      { field: "b", hidden: false },
    ],
    density: 36,
  });
});

it("knows what differs from a view, a hidden column alone too", () => {
  expect(isChanged(table, untouched, undefined)).toBe(false);
  const hidden = { ...untouched, look: { ...fresh, hidden: ["b"] } };
  expect(isChanged(table, hidden, undefined)).toBe(true);
  const view: View = { key: "v", name: "v", shared: true, config: configOf(table, hidden) };
  expect(isChanged(table, { ...untouched, look: { ...fresh, ...lookOf(view) } }, view)).toBe(false);
  expect(isChanged(table, { ...untouched, sort: "a", look: { ...fresh, ...lookOf(view) } }, view)).toBe(true);
  expect(isChanged(table, untouched, view)).toBe(true);
});

it("takes a view made without columns as the table is", () => {
  const bare: View = { key: "v", name: "v", shared: false, config: { sort: "-a" } };
  expect(isChanged(table, { ...untouched, sort: "-a" }, bare)).toBe(false);
});
