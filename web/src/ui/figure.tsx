import { Popover } from "antd";
import { Info } from "lucide-react";
import type { ReactNode } from "react";
import styles from "@/ui/figure.module.css";
import { type Quality, QualityTag } from "@/ui/quality-tag";
import { uiTexts } from "@/ui/ui-texts";

/** One item of a metric answer, as far as a key figure needs it; rates are 0–1. */
export interface Rate {
  value: number | null;
  numerator: number;
  denominator: number;
  n: number;
  low: number | null;
  high: number | null;
  small?: boolean;
  verdict: "healthy" | "unhealthy" | "unsure" | "tooFew" | "noThreshold";
}

interface FigureProps {
  label: string;
  rate: Rate;
  /** 0–1; without it no verdict is given. */
  threshold?: number;
  /** How it is counted, behind the ⓘ. */
  definition?: ReactNode;
  /** Earlier values 0–1, oldest first, this one last. */
  trend?: (number | null)[];
  /** What the share counts: "10,021 / 11,284 项应做". Default: numerator / denominator. */
  count?: string;
  /** "截至 09:40" or "本周未结束". */
  asOf?: string;
}

/** A figure is a sentence: value, verdict, interval, n, as of. Put up to four into a `FigureStrip`. */
export function Figure({ label, rate, threshold, definition, trend, count, asOf }: FigureProps) {
  const t = uiTexts.use();
  const { value, low, high, n } = rate;
  return (
    <section className={styles.figure} aria-label={label}>
      <h2 className={styles.label}>
        {label}
        {definition && (
          <Popover content={<div className={styles.definition}>{definition}</div>} trigger={["hover", "focus"]}>
            <button type="button" className={styles.info} aria-label={t("definition")}>
              <Info size={14} />
            </button>
          </Popover>
        )}
      </h2>
      <div className={styles.line}>
        <span className={`${styles.value} ${rate.small ? styles.pale : ""}`}>
          {value === null ? "–" : (value * 100).toFixed(1)}
          {value !== null && <small>%</small>}
        </span>
        {trend && <Sparkline values={trend} />}
      </div>
      <Verdict rate={rate} {...(threshold === undefined ? {} : { threshold })} />
      {low !== null && high !== null && value !== null && (
        <IntervalBar value={value} low={low} high={high} {...(threshold === undefined ? {} : { threshold })} />
      )}
      <p className="t12 c2">
        {low !== null && high !== null ? t("range", { low: percent(low), high: percent(high) }) : t("tooFew")}
      </p>
      <p className="t12 c2">
        {count ?? t("share", { numerator: rate.numerator, n: rate.denominator ?? n })}
        {asOf && ` · ${asOf}`}
      </p>
    </section>
  );
}

export function FigureStrip({ children }: { children: ReactNode }) {
  return <div className={`${styles.strip} card`}>{children}</div>;
}

const percent = (share: number) => (share * 100).toFixed(1);

/** The state of a rate; only n ≥ 20 may be judged, 5 points decide between 待提升 and 需支持. */
export function stateOf(rate: Rate, threshold?: number): Quality {
  if (rate.small || threshold === undefined || rate.high === null) return "unsure";
  if (rate.verdict === "healthy") return "met";
  if (rate.verdict !== "unhealthy") return "unsure";
  return threshold - (rate.value ?? 0) <= 0.05 + 1e-9 ? "improve" : "support";
}

export function Verdict({ rate, threshold }: { rate: Rate; threshold?: number }) {
  const t = uiTexts.use();
  if (rate.verdict === "noThreshold") return null;
  if (rate.small || rate.verdict === "tooFew")
    return <QualityTag state="unsure">{t("smallSample", { n: rate.n })}</QualityTag>;
  const state = stateOf(rate, threshold);
  const gap = (((threshold ?? 0) - (rate.value ?? 0)) * 100).toFixed(1);
  return (
    <QualityTag state={state}>
      {state === "met" && t("metBy", { threshold: Math.round((threshold ?? 0) * 100) })}
      {state === "improve" && t("improveBy", { gap })}
      {state === "support" && t("supportBy", { gap })}
      {state === "unsure" && t("unsure")}
    </QualityTag>
  );
}

interface IntervalBarProps {
  value: number;
  low: number;
  high: number;
  threshold?: number;
}

/** Point, interval and threshold tick on a line from 50 (or 0, for low rates) to 100 %. */
export function IntervalBar({ value, low, high, threshold }: IntervalBarProps) {
  const from = Math.min(low, threshold ?? 1) < 0.5 ? 0 : 0.5;
  const at = (share: number) => `${Math.max(0, Math.min(100, ((share - from) / (1 - from)) * 100))}%`;
  return (
    <div className={styles.bar} aria-hidden="true">
      <i className={styles.range} style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
      <i className={styles.point} style={{ left: at(value) }} />
      {threshold !== undefined && <i className={styles.tick} style={{ left: at(threshold) }} />}
    </div>
  );
}

/** The last values as a line without axes; gaps stay gaps. */
export function Sparkline({
  values,
  width = 60,
  height = 20,
}: {
  values: (number | null)[];
  width?: number;
  height?: number;
}) {
  const known = values.filter((value): value is number => value !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const x = (index: number) => 2 + (index / (values.length - 1)) * (width - 4);
  const y = (value: number) => height - 3 - ((value - low) / span) * (height - 6);
  let pen = "M";
  const path = values
    .map((value, index) => {
      if (value === null) {
        pen = "M";
        return "";
      }
      const step = `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = "L";
      return step;
    })
    .join("");
  const last = values.at(-1);
  return (
    <svg width={width} height={height} aria-hidden="true">
      <path d={path} fill="none" stroke="var(--c1)" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
      {typeof last === "number" && <circle cx={x(values.length - 1)} cy={y(last)} r="2" fill="var(--c1)" />}
    </svg>
  );
}
