import { isRunning, lastDay, periodByKey, periodOf, step } from "./period";

it("knows the ISO week of a day, also around new year", () => {
  expect(periodOf("2026-11-22", "week")).toMatchObject({ key: "2026-W47", from: "2026-11-16", to: "2026-11-23" });
  expect(periodOf("2027-01-01", "week").key).toBe("2026-W53");
  expect(periodOf("2024-12-30", "week").key).toBe("2025-W01");
});

it("steps over the end of a year and back", () => {
  const last = periodOf("2026-12-31", "week");
  expect(step(last, 1).key).toBe("2027-W01");
  expect(step(step(last, 1), -1)).toEqual(last);
  expect(step(periodOf("2026-12-05", "month"), 1).key).toBe("2027-01");
});

it("reads a key from the address and refuses what is none", () => {
  expect(periodByKey("2026-W47")).toMatchObject({ from: "2026-11-16" });
  expect(periodByKey("2026-11")).toMatchObject({ from: "2026-11-01", to: "2026-12-01" });
  for (const wrong of ["2025-W53", "2026-13", "now", "2026-W00"]) expect(periodByKey(wrong)).toBeUndefined();
});

it("runs until its last day is over", () => {
  const week = periodOf("2026-11-22", "week");
  expect(lastDay(week)).toBe("2026-11-22");
  expect(isRunning(week, "2026-11-22")).toBe(true);
  expect(isRunning(week, "2026-11-23")).toBe(false);
});
