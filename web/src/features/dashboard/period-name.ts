import { useDates } from "@/lib/dates";
import { language } from "@/lib/language";
import { dashboardTexts } from "./dashboard-texts";
import { lastDay, type Period, periodByKey, weekNumber } from "./period";

const monthName = (from: string, style: "long" | "short") =>
  new Intl.DateTimeFormat("en-GB", { month: style, timeZone: "UTC" }).format(new Date(from));

/** 第 47 周 11/16–11/22 · 2026年11月, in the language of the screen. */
export function usePeriodName() {
  const t = dashboardTexts.use();
  const lang = language.use();
  const { day, iso } = useDates();
  return (period: Period | string, short = false): string => {
    const known = typeof period === "string" ? periodByKey(period) : period;
    if (!known) return String(period);
    const zh = lang === "zh-CN";
    const month = zh ? Number(known.from.slice(5, 7)) : monthName(known.from, short ? "short" : "long");
    if (known.grain === "month")
      return short ? t("monthShort", { month }) : t("monthLabel", { month, year: known.from.slice(0, 4) });
    if (short) return t("weekShort", { week: weekNumber(known) });
    const slash = (date: string) => `${Number(date.slice(5, 7))}/${Number(date.slice(8))}`;
    const write = zh ? slash : day;
    const year = known.key.slice(0, 4);
    if (year !== iso(new Date()).slice(0, 4))
      return t("weekOfYearLabel", {
        week: weekNumber(known),
        year,
        from: write(known.from),
        to: write(lastDay(known)),
      });
    return t("weekLabel", { week: weekNumber(known), from: write(known.from), to: write(lastDay(known)) });
  };
}
