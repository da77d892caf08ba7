import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Language, language } from "@/lib/language";
import { meQuery } from "@/lib/me";

/**
 * Dates as people read them, in the company's zone. Every function takes an instant (RFC 3339, Date) or a local date
 * (`YYYY-MM-DD`, shown as it is).
 */
export function dates(lang: Language, timeZone: string) {
  const zh = lang === "zh-CN";
  const parts = (when: string | Date) => {
    const isDate = typeof when === "string" && /^\d{4}-\d{2}-\d{2}$/.test(when);
    const format = new Intl.DateTimeFormat(zh ? "zh-CN" : "en-GB", {
      timeZone: isDate ? "UTC" : timeZone,
      year: "numeric",
      month: zh ? "numeric" : "short",
      day: "numeric",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    const found: Record<string, string> = {};
    for (const part of format.formatToParts(typeof when === "string" ? new Date(when) : when))
      found[part.type] = part.value;
    return found as Record<"year" | "month" | "day" | "weekday" | "hour" | "minute", string>;
  };
  const clock = (p: ReturnType<typeof parts>) => `${p.hour}:${p.minute}`;
  const day = (p: ReturnType<typeof parts>) => (zh ? `${p.month}月${p.day}日` : `${p.day} ${p.month}`);
  const moment = (p: ReturnType<typeof parts>, time: string) => {
    const year = p.year === parts(new Date()).year ? "" : zh ? `${p.year}年` : ` ${p.year}`;
    return zh ? `${year}${day(p)} ${time}` : `${day(p)}${year} ${time}`;
  };
  /** Midnight is the 24:00 of the day that ends then, not the first minute of the next. */
  const deadline = (when: string) => {
    const time = clock(parts(when));
    const at = new Date(when);
    return time === "00:00" ? { day: new Date(at.getTime() - 60_000), time: "24:00" } : { day: at, time };
  };
  return {
    timeZone,
    /** 2026年11月23日 周一 · Mon 23 Nov 2026 */
    full(when: string | Date) {
      const p = parts(when);
      return zh ? `${p.year}年${day(p)} ${p.weekday}` : `${p.weekday} ${day(p)} ${p.year}`;
    },
    /** 2026年11月23日 · 23 Nov 2026 */
    date(when: string | Date) {
      const p = parts(when);
      return zh ? `${p.year}年${day(p)}` : `${day(p)} ${p.year}`;
    },
    /** 11月23日 · 23 Nov */
    day: (when: string | Date) => day(parts(when)),
    /** 11月23日 周一 · Mon 23 Nov */
    weekday(when: string | Date) {
      const p = parts(when);
      return zh ? `${day(p)} ${p.weekday}` : `${p.weekday} ${day(p)}`;
    },
    /** 09:40 */
    time: (when: string | Date) => clock(parts(when)),
    deadline,
    /** 11月23日 09:40, with the year when it is not this one */
    moment(when: string | Date) {
      const p = parts(when);
      return moment(p, clock(p));
    },
    /** The same for a deadline. */
    due(when: string) {
      const end = deadline(when);
      return moment(parts(end.day), end.time);
    },
    /** The local date of an instant, YYYY-MM-DD. */
    iso(when: string | Date) {
      return new Intl.DateTimeFormat("en-CA", { timeZone }).format(typeof when === "string" ? new Date(when) : when);
    },
  };
}

/** In the language of the screen and the zone of the company. */
export function useDates() {
  const lang = language.use();
  const zone = useQuery({ ...meQuery, enabled: false }).data?.tenant.zone ?? "Asia/Shanghai";
  return useMemo(() => dates(lang, zone), [lang, zone]);
}

/** An instant as `2026-11-23T09:40` in a zone, as inputs of date and time want it. */
export function localOf(instant: string | Date, timeZone: string): string {
  const at = typeof instant === "string" ? new Date(instant) : instant;
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return format.format(at).replace(" ", "T");
}

/** `2026-11-23T09:40` of a zone as an instant with that zone's offset: `2026-11-23T09:40:00+08:00`. */
export function withOffset(local: string, timeZone: string): string {
  const asUtc = Date.parse(`${local}:00Z`);
  // Twice: the first guess may lie on the other side of a change of clocks.
  let minutes = offsetAt(asUtc, timeZone);
  minutes = offsetAt(asUtc - minutes * 60_000, timeZone);
  const two = (n: number) => String(Math.trunc(Math.abs(n))).padStart(2, "0");
  return `${local}:00${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(Math.abs(minutes) % 60)}`;
}

function offsetAt(time: number, timeZone: string) {
  const floor = Math.floor(time / 60_000) * 60_000;
  return (Date.parse(`${localOf(new Date(floor), timeZone)}:00Z`) - floor) / 60_000;
}
