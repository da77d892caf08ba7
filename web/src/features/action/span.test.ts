import { isoOf, spanOf } from "./span";

it("keeps calendar days and hours of the clock apart", () => {
  expect(spanOf("P90D")).toEqual({ n: 90, unit: "days" });
  expect(spanOf("PT24H")).toEqual({ n: 24, unit: "hours" });
  expect(spanOf("P2W")).toEqual({ n: 14, unit: "days" });
  expect(spanOf("P1DT2H")).toEqual({ n: 26, unit: "hours" });
});

it("reads no span as nothing and writes it as zero", () => {
  expect(spanOf("PT0S")).toBeUndefined();
  expect(spanOf(null)).toBeUndefined();
  expect(spanOf("soon")).toBeUndefined();
  expect(isoOf(undefined)).toBe("PT0S");
});

it("writes what it read", () => {
  for (const text of ["P90D", "PT24H", "P7D"]) expect(isoOf(spanOf(text))).toBe(text);
});
