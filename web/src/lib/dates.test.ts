import { localOf, withOffset } from "@/lib/dates";

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
