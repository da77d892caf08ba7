import { useVirtualizer } from "@tanstack/react-virtual";
import { Select } from "antd";
import { useMemo, useRef, useState } from "react";
import { stateOf } from "@/ui/figure";
import { QualityTag } from "@/ui/quality-tag";
import { dashboardTexts } from "./dashboard-texts";
import styles from "./health.module.css";
import type { Cell, MetricAnswer } from "./health-query";
import { UnitTable } from "./number-tables";
import { shrunken } from "./shrink";
import { Widget } from "./widget";

type Order = "low" | "high" | "byName";
const ROW = 36;

interface Props {
  answer: MetricAnswer;
  chosen: string | undefined;
  onPick: (address: string) => void;
}

/** Each unit's rate as a bar with its interval, those that need a look first. */
export function CompletionByUnit({ answer, chosen, onPick }: Props) {
  const t = dashboardTexts.use();
  const [order, setOrder] = useState<Order>("low");
  const units = useMemo(() => sorted(answer.items, order), [answer.items, order]);
  return (
    <Widget
      title={t("byUnit")}
      note={t(order === "byName" ? "byNameOf" : "shrunk", { n: units.length })}
      tools={
        <Select<Order>
          size="small"
          variant="borderless"
          aria-label={t("order")}
          value={order}
          onChange={setOrder}
          popupMatchSelectWidth={false}
          options={(["low", "high", "byName"] as const).map((value) => ({ value, label: t(value) }))}
        />
      }
      table={units.length > 0 ? <UnitTable units={units} onPick={onPick} /> : undefined}
    >
      {units.length === 0 ? (
        <p className={`${styles.bare} c2`}>{t("emptyUnits")}</p>
      ) : (
        <Bars units={units} threshold={answer.threshold} chosen={chosen} onPick={onPick} />
      )}
    </Widget>
  );
}

/** By the shrunken rate, so that small units don't fill both ends. */
export function sorted(items: Cell[], order: Order): Cell[] {
  const name = (cell: Cell) => cell.keys.unit?.name ?? "";
  if (order === "byName") return [...items].sort((a, b) => name(a).localeCompare(name(b), "zh-CN"));
  const rates = shrunken(items);
  const byRate = items.map((cell, index) => ({ cell, rate: rates[index] ?? 0 }));
  byRate.sort((a, b) => (order === "low" ? a.rate - b.rate : b.rate - a.rate));
  return byRate.map(({ cell }) => cell);
}

interface BarsProps {
  units: Cell[];
  threshold: number | null | undefined;
  chosen: string | undefined;
  onPick: (address: string) => void;
}

function Bars({ units, threshold, chosen, onPick }: BarsProps) {
  const t = dashboardTexts.use();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: units.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  return (
    <>
      <div className={`${styles.unitRow} ${styles.unitHead} t12 c2`} aria-hidden="true">
        <span>{t("unit")}</span>
        <span className={styles.scale}>
          <i>0</i>
          {threshold != null && (
            <i style={{ left: `${threshold * 100}%` }}>
              {t("thresholdLine", { threshold: Math.round(threshold * 100) })}
            </i>
          )}
        </span>
        <span className={styles.right}>{t("rate")}</span>
        <span className={styles.right}>{t("counts")}</span>
        <span />
      </div>
      {/* Half a row more than a whole number shows that it scrolls. */}
      <div ref={scroller} className={styles.units} style={{ maxHeight: ROW * 10.5 }} tabIndex={-1}>
        <div style={{ height: rows.getTotalSize(), position: "relative" }}>
          {rows.getVirtualItems().map((row) => {
            const unit = units[row.index];
            if (!unit) return null;
            const address = `unit:${unit.keys.unit?.id}`;
            return (
              <button
                key={address}
                type="button"
                className={styles.unitRow}
                style={{ position: "absolute", top: 0, transform: `translateY(${row.start}px)`, height: ROW }}
                aria-current={chosen === address}
                onClick={() => onPick(address)}
              >
                <UnitLine unit={unit} threshold={unit.threshold ?? threshold ?? undefined} />
              </button>
            );
          })}
        </div>
      </div>
    </>
  );
}

function UnitLine({ unit, threshold }: { unit: Cell; threshold: number | undefined }) {
  const t = dashboardTexts.use();
  const { value, low, high, small, numerator, denominator } = unit;
  const judged = value !== null && !small && (unit.verdict === "healthy" || unit.verdict === "unhealthy");
  return (
    <>
      <span className="ell" title={unit.keys.unit?.name}>
        {unit.keys.unit?.name}
      </span>
      <span className={styles.rail} aria-hidden="true">
        {value !== null && (
          <i className={`${styles.fill} ${small ? styles.faint : ""}`} style={{ width: `${value * 100}%` }} />
        )}
        {low !== null && high !== null && (
          <i className={styles.whisker} style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
        )}
        {threshold !== undefined && <i className={styles.mark} style={{ left: `${threshold * 100}%` }} />}
      </span>
      <span className={`${styles.right} ${small ? "c3" : "w5"}`}>
        {value === null ? "–" : `${(value * 100).toFixed(1)}%`}
      </span>
      <span className={`${styles.right} t12 c2`}>
        {numerator.toLocaleString()} / {denominator.toLocaleString()}
      </span>
      <span className={styles.state}>
        {judged ? (
          <QualityTag bare state={stateOf(unit, threshold)} />
        ) : value === null || small ? (
          <span className="t12 c3">{value === null ? t("tooFew") : t("small", { n: unit.n })}</span>
        ) : unit.verdict === "unsure" ? (
          <QualityTag bare state="unsure" />
        ) : null}
      </span>
    </>
  );
}
