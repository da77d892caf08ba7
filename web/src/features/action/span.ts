/** A length of time as people set it: so many days, or so many hours. */
export interface Span {
  n: number;
  unit: "days" | "hours";
}

/** P90D, P2W, PT24H, P1DT2H → days where they are whole, else hours; undefined for nothing and for what is none. */
export function spanOf(text: string | null | undefined): Span | undefined {
  const [, weeks, days, hours, minutes] =
    /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:0S)?)?$/.exec(text ?? "") ?? [];
  const wholeDays = Number(weeks ?? 0) * 7 + Number(days ?? 0);
  const wholeHours = Number(hours ?? 0) + Number(minutes ?? 0) / 60;
  if (wholeDays + wholeHours === 0) return undefined;
  return wholeHours === 0 ? { n: wholeDays, unit: "days" } : { n: wholeDays * 24 + wholeHours, unit: "hours" };
}

/** Back: days stay calendar days, hours stay hours of the clock. */
export const isoOf = (span: Span | undefined) =>
  !span || span.n <= 0 ? "PT0S" : span.unit === "days" ? `P${span.n}D` : `PT${span.n}H`;
