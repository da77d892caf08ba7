import { expect, test } from "vitest";
import { clockOf, isoOfClock } from "./duration";

test.each([
  ["1:30", "PT1H30M", "1:30"],
  ["90", "PT1H30M", "1:30"],
  ["0:00:05", "PT5S", "0:00:05"],
  ["25：00", "PT25H", "25:00"],
  ["0", "PT0S", "0:00"],
])("%s is %s and is shown as %s", (typed, iso, shown) => {
  expect(isoOfClock(typed)).toBe(iso);
  expect(clockOf(iso)).toBe(shown);
});

test("what is no length of time is not understood", () => {
  expect(["1:75", "x", "-1", "1.5"].map(isoOfClock)).toEqual([undefined, undefined, undefined, undefined]);
  expect(isoOfClock(" ")).toBeNull();
  expect(clockOf(null)).toBe("");
});
