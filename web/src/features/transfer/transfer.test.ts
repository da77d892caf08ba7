import { expect, test } from "vitest";
import { beginOf, importPath, letterOf, placeOf } from "./transfer";

test("columns are named as a spreadsheet names them", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});

test("each thing has its place to begin and to look", () => {
  expect(importPath({ target: "table", table: "visits" })).toBe("/tables/visits/records:import");
  expect(importPath({ target: "people" })).toBe("/people:import");
  expect(beginOf({ target: "units" })).toBe("/imports/new/units");
  expect(beginOf({ target: "table", table: "visits" })).toBe("/imports/new/table/visits");
  expect(placeOf({ target: "people" })).toBe("/organisation");
});
