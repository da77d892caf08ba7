export type Grain = "week" | "month";

/** A week or month of the board: its key, its first day and the day after its last, as local dates. */
export interface Period {
  grain: Grain;
  key: string;
  from: string;
  to: string;
}

const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const time = (date: string) => Date.parse(`${date}T00:00:00Z`);
const two = (n: number) => String(n).padStart(2, "0");

/** The period that a local date lies in. */
export function periodOf(date: string, grain: Grain): Period {
  return grain === "month" ? month(Number(date.slice(0, 4)), Number(date.slice(5, 7))) : week(time(date));
}

/** `2026-W47` or `2026-11`; undefined for anything else. */
export function periodByKey(key: string): Period | undefined {
  const [, year, sign, number] = /^(\d{4})-(W?)(\d{2})$/.exec(key) ?? [];
  if (!year) return undefined;
  if (!sign) return Number(number) >= 1 && Number(number) <= 12 ? month(Number(year), Number(number)) : undefined;
  const found = week(time(`${year}-01-04`) + (Number(number) - 1) * 7 * DAY);
  return found.key === key ? found : undefined;
}

export function step(period: Period, by: 1 | -1): Period {
  return periodOf(by === 1 ? period.to : iso(time(period.from) - DAY), period.grain);
}

/** The last day that belongs to it. */
export const lastDay = (period: Period) => iso(time(period.to) - DAY);

export const isRunning = (period: Period, today: string) => period.from <= today && today < period.to;

export const weekNumber = (period: Period) => Number(period.key.slice(-2));

function month(year: number, number: number): Period {
  const next = number === 12 ? `${year + 1}-01` : `${year}-${two(number + 1)}`;
  const key = `${year}-${two(number)}`;
  return { grain: "month", key, from: `${key}-01`, to: `${next}-01` };
}

/** ISO-8601: Monday first; the week belongs to the year of its Thursday. */
function week(inside: number): Period {
  const monday = inside - ((new Date(inside).getUTCDay() + 6) % 7) * DAY;
  const year = new Date(monday + 3 * DAY).getUTCFullYear();
  const fourth = time(`${year}-01-04`);
  const first = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
  const number = Math.round((monday - first) / (7 * DAY)) + 1;
  return { grain: "week", key: `${year}-W${two(number)}`, from: iso(monday), to: iso(monday + 7 * DAY) };
}
