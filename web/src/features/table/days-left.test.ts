import { expect, test } from "vitest";
import { daysLeft } from "./days-left";

test("thirty days are counted down, and the last is 0", () => {
  const now = Date.parse("2026-11-28T09:00:00Z");
  expect(daysLeft("2026-11-28T08:59:00Z", now)).toBe(29);
  expect(daysLeft("2026-11-28T09:00:00Z", now)).toBe(30);
  expect(daysLeft("2026-10-30T08:00:00Z", now)).toBe(0);
  expect(daysLeft("2026-10-01T08:00:00Z", now)).toBe(0);
});
