interface Counted {
  numerator: number;
  denominator: number;
}

/**
 * Empirical-Bayes rates in the order given: Beta prior by moments over all units, a + b clamped to 2…200, so that a small
 * unit with a lucky week does not lead the list.
 */
export function shrunken(units: Counted[]): number[] {
  const counted = units.filter((unit) => unit.denominator > 0);
  const total = sum(counted.map((unit) => unit.denominator));
  if (total === 0) return units.map(() => Number.NaN);
  const mean = sum(counted.map((unit) => unit.numerator)) / total;
  const strength = priorStrength(counted, mean, total);
  return units.map(({ numerator, denominator }) => (mean * strength + numerator) / (strength + denominator));
}

function priorStrength(units: Counted[], mean: number, total: number) {
  const spread = sum(units.map((unit) => unit.denominator * (unit.numerator / unit.denominator - mean) ** 2));
  const squares = sum(units.map((unit) => unit.denominator ** 2));
  const chance = mean * (1 - mean) * (units.length - 1);
  const between = (spread - chance) / (total - squares / total);
  if (!(between > 0)) return 200;
  return Math.min(200, Math.max(2, (mean * (1 - mean)) / between - 1));
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
