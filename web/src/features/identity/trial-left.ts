import { dates } from "@/lib/dates";

const hour = 3_600_000;
const day = 24 * hour;

export type TrialLeft = { kind: "days" | "hours"; n: number } | { kind: "soon" | "over" };

/** What is left of a trial, as people count it in the company's zone: days, on the last day hours. */
export function trialLeft(until: string, now: Date, timeZone: string): TrialLeft {
  const end = new Date(until).getTime();
  const left = end - now.getTime();
  if (left <= 0) return { kind: "over" };
  const local = (at: number) => Date.parse(dates("en", timeZone).iso(new Date(at)));
  const days = Math.round((local(end - 1) - local(now.getTime())) / day);
  if (days > 0) return { kind: "days", n: days };
  return left < hour ? { kind: "soon" } : { kind: "hours", n: Math.ceil(left / hour) };
}
