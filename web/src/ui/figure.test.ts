import { type Rate, stateOf } from "@/ui/figure";

const rate = (changes: Partial<Rate>): Rate => ({
  value: 0.8,
  numerator: 80,
  denominator: 100,
  n: 100,
  low: 0.7,
  high: 0.87,
  verdict: "unsure",
  ...changes,
});

describe("the state of a rate", () => {
  it("is met or missed only where the interval says so", () => {
    expect(stateOf(rate({ verdict: "healthy" }), 0.6)).toBe("met");
    expect(stateOf(rate({}), 0.85)).toBe("unsure");
  });

  it("is 待提升 up to five points below the threshold, 需支持 beyond", () => {
    expect(stateOf(rate({ verdict: "unhealthy", value: 0.8 }), 0.85)).toBe("improve");
    expect(stateOf(rate({ verdict: "unhealthy", value: 0.799 }), 0.85)).toBe("support");
  });

  it("judges no small sample", () => {
    expect(stateOf(rate({ verdict: "unhealthy", small: true }), 0.99)).toBe("unsure");
    expect(stateOf(rate({ verdict: "tooFew", value: null, low: null, high: null }), 0.99)).toBe("unsure");
  });
});
