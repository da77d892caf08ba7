import { Button, DatePicker, Segmented } from "antd";
import dayjs from "dayjs";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { dashboardTexts } from "./dashboard-texts";
import styles from "./health.module.css";
import { type Grain, isRunning, type Period, periodOf, step } from "./period";
import { usePeriodName } from "./period-name";

interface Props {
  period: Period;
  today: string;
  onChange: (period: Period) => void;
}

/** 周 | 月 and one period back or forth; a click on the name opens the calendar. */
export function PeriodStepper({ period, today, onChange }: Props) {
  const t = dashboardTexts.use();
  const name = usePeriodName();
  const [open, setOpen] = useState(false);
  const running = isRunning(period, today);
  const change = (grain: Grain) =>
    // A running period stays the running one; an older one goes where most of it lies.
    onChange(
      periodOf(running ? today : grain === "month" ? period.from : period.to > today ? today : period.from, grain),
    );
  return (
    <div className={styles.periods}>
      {!running && (
        <Button type="link" size="small" onClick={() => onChange(periodOf(today, period.grain))}>
          {t(period.grain === "week" ? "thisWeek" : "thisMonth")}
        </Button>
      )}
      <Segmented<Grain>
        value={period.grain}
        onChange={change}
        options={[
          { value: "week", label: t("week") },
          { value: "month", label: t("month") },
        ]}
      />
      <div className={styles.stepper}>
        <Button
          type="text"
          aria-label={t("earlier")}
          icon={<ChevronLeft size={16} />}
          onClick={() => onChange(step(period, -1))}
        />
        <button type="button" className={styles.periodName} title={t("choosePeriod")} onClick={() => setOpen(true)}>
          {name(period)}
        </button>
        <DatePicker
          className={styles.hiddenPicker ?? ""}
          open={open}
          onOpenChange={setOpen}
          picker={period.grain}
          value={dayjs(period.from)}
          disabledDate={(day) => day.format("YYYY-MM-DD") > today}
          onChange={(day) => day && onChange(periodOf(day.format("YYYY-MM-DD"), period.grain))}
          tabIndex={-1}
          aria-hidden="true"
        />
        <Button
          type="text"
          aria-label={t("later")}
          disabled={period.to > today}
          icon={<ChevronRight size={16} />}
          onClick={() => onChange(step(period, 1))}
        />
      </div>
    </div>
  );
}
