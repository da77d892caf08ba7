import { shrunken } from "./shrink";

it("pulls a small unit towards the mean more than a large one", () => {
  const [small, large, other] = shrunken([
    { numerator: 5, denominator: 5 },
    { numerator: 190, denominator: 200 },
    { numerator: 100, denominator: 200 },
  ]) as [number, number, number];
  expect(small).toBeLessThan(1);
  expect(large).toBeGreaterThan(0.93);
  expect(other).toBeLessThan(0.53);
});

it("sees no difference where chance explains it all", () => {
  const rates = shrunken([
    { numerator: 80, denominator: 100 },
    { numerator: 81, denominator: 100 },
  ]);
  expect(Math.abs((rates[0] ?? 0) - (rates[1] ?? 1))).toBeLessThan(0.01);
});

it("has no rate without any count", () => {
  expect(shrunken([{ numerator: 0, denominator: 0 }])).toEqual([Number.NaN]);
});
