import { dates, localOf, withOffset } from "@/lib/dates";

it("writes a local time of the company with its offset, and back", () => {
  expect(withOffset("2026-11-23T09:40", "Asia/Shanghai")).toBe("2026-11-23T09:40:00+08:00");
  expect(localOf("2026-11-23T09:40:00+08:00", "Asia/Shanghai")).toBe("2026-11-23T09:40");
  expect(localOf("2026-11-22T16:00:00Z", "Asia/Shanghai")).toBe("2026-11-23T00:00");
});

it("knows the offset on both sides of a change of clocks", () => {
  expect(withOffset("2026-03-29T01:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00+01:00");
  expect(withOffset("2026-03-29T03:30", "Europe/Berlin")).toBe("2026-03-29T03:30:00+02:00");
  expect(withOffset("2026-07-01T12:00", "America/New_York")).toBe("2026-07-01T12:00:00-04:00");
});

it("calls midnight the end of the day before, across a year too", () => {
  const { deadline, weekday, due } = dates("zh-CN", "Asia/Shanghai");
  const end = deadline("2026-11-22T16:00:00Z");
  expect(`${weekday(end.day)} ${end.time}`).toBe("11月22日 周日 24:00");
  expect(due("2025-12-31T16:00:00Z")).toBe("2025年12月31日 24:00");
  expect(dates("en", "Asia/Shanghai").due("2025-12-30T10:30:00Z")).toBe("30 Dec 2025 18:30");
});
