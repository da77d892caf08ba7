import { trialLeft } from "./trial-left";

const until = "2026-12-05T16:00:00Z"; // The midnight that ends 5 December in Shanghai.
const at = (now: string) => trialLeft(until, new Date(now), "Asia/Shanghai");

it("counts the days of the calendar, the last day in hours, and knows the end", () => {
  expect(at("2026-11-28T06:00:00Z")).toEqual({ kind: "days", n: 7 });
  expect(at("2026-11-28T16:00:00Z")).toEqual({ kind: "days", n: 6 });
  expect(at("2026-12-04T15:59:59Z")).toEqual({ kind: "days", n: 1 });
  expect(at("2026-12-04T16:00:00Z")).toEqual({ kind: "hours", n: 24 });
  expect(at("2026-12-05T13:30:00Z")).toEqual({ kind: "hours", n: 3 });
  expect(at("2026-12-05T15:00:01Z")).toEqual({ kind: "soon" });
  expect(at("2026-12-05T16:00:00Z")).toEqual({ kind: "over" });
});
