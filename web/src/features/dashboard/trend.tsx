import { useCallback } from "react";
import { Chart, type ChartInk, type ChartOption, useChartInk } from "@/ui/chart";
import { dashboardTexts } from "./dashboard-texts";
import styles from "./health.module.css";
import type { Cell } from "./health-query";
import { TrendTable } from "./number-tables";
import { usePeriodName } from "./period-name";
import { Widget } from "./widget";

interface Props {
  points: Cell[];
  threshold: number | null | undefined;
  running: boolean;
  name: string;
  onPick: (address: string) => void;
}

/** The rate over the last periods with its band; the running one dashed and hollow. */
export function Trend({ points, threshold, running, name, onPick }: Props) {
  const t = dashboardTexts.use();
  const periodName = usePeriodName();
  const ink = useChartInk();
  const option = useCallback(
    () =>
      trendOption({
        points,
        labels: points.map((point) => periodName(point.keys.period ?? "", true)),
        threshold: threshold ?? undefined,
        thresholdLabel: t("thresholdLine", { threshold: Math.round((threshold ?? 0) * 100) }),
        running,
        name,
        ink,
        tip: (point) =>
          `${periodName(point.keys.period ?? "")}<br>${point.value === null ? t("tooFew") : `${percent(point.value)}%`} · ${t("counts")} ${point.numerator} / ${point.denominator}${
            point.low === null || point.high === null
              ? ""
              : `<br>${t("intervalIs", { low: percent(point.low), high: percent(point.high) })}`
          }`,
      }),
    [points, threshold, running, name, ink, t, periodName],
  );
  return (
    <Widget title={t("trend")} note={t("trendNote")} table={<TrendTable points={points} onPick={onPick} />}>
      {points.length === 0 ? (
        <p className={`${styles.bare} c2`}>{t("emptyUnits")}</p>
      ) : (
        <Chart
          height={220}
          label={t("trendOf", { what: t("completion") })}
          option={option}
          onPick={({ dataIndex }) => points[dataIndex] && onPick(`trend:${points[dataIndex]?.keys.period}`)}
        />
      )}
    </Widget>
  );
}

const percent = (share: number) => (share * 100).toFixed(1);

interface Drawn {
  points: Cell[];
  labels: string[];
  threshold: number | undefined;
  thresholdLabel: string;
  running: boolean;
  name: string;
  ink: ChartInk;
  tip: (point: Cell) => string;
}

function trendOption({ points, labels, threshold, thresholdLabel, running, name, ink, tip }: Drawn): ChartOption {
  const last = points.length - 1;
  const at = (read: (point: Cell) => number | null) =>
    points.map((point) => {
      const found = read(point);
      return found === null ? null : Number((found * 100).toFixed(2));
    });
  const values = at((point) => point.value);
  const solid = running ? values.map((value, index) => (index === last ? null : value)) : values;
  const dashed = values.map((value, index) => (running && index >= last - 1 ? value : null));
  const lowest = Math.min(...at((point) => point.low).filter((low) => low !== null), (threshold ?? 1) * 100);
  const from = lowest >= 50 ? 50 : 0;
  const band = {
    type: "line",
    stack: "band",
    symbol: "none",
    silent: true,
    lineStyle: { opacity: 0 },
    connectNulls: false,
  };
  const line = {
    type: "line",
    lineStyle: { width: 2 },
    color: ink.cat[0],
    symbolSize: 7,
    emphasis: { scale: 1.3 },
    labelLayout: { moveOverlap: "shiftY" },
  };
  const endLabel = {
    show: true,
    // A rate that is not shown (n below 5) is no zero.
    formatter: [name, values[last] == null ? "" : Math.round(values[last])].join(" ").trim().replace(/[{}]/g, ""),
    color: ink.cat[0],
    fontWeight: 600,
  };
  return {
    aria: { enabled: true },
    grid: { left: 34, right: 84, top: 12, bottom: 26 },
    tooltip: {
      trigger: "axis",
      backgroundColor: ink.raised,
      borderColor: ink.line,
      textStyle: { color: ink.text, fontSize: 12 },
      formatter: (hovered: { dataIndex: number }[]) => {
        const point = points[hovered[0]?.dataIndex ?? 0];
        return point ? tip(point) : "";
      },
    },
    xAxis: {
      type: "category",
      data: labels,
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink.line } },
      axisLabel: { color: ink.text2, fontSize: 11, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      min: from,
      max: 100,
      interval: from === 50 ? 25 : 50,
      axisLabel: { color: ink.text2, fontSize: 11 },
      splitLine: { lineStyle: { color: ink.line } },
    },
    series: [
      ...(threshold === undefined
        ? []
        : [
            {
              id: "threshold",
              type: "line",
              symbol: "none",
              silent: true,
              data: points.map(() => threshold * 100),
              lineStyle: { color: ink.text3, type: "dashed", width: 1 },
              labelLayout: { moveOverlap: "shiftY" },
              endLabel: { show: true, formatter: thresholdLabel, color: ink.text2, fontSize: 11 },
            },
          ]),
      { ...band, id: "low", data: at((point) => point.low) },
      {
        ...band,
        id: "span",
        areaStyle: { color: ink.cat[0], opacity: 0.14 },
        data: at((point) => (point.low === null || point.high === null ? null : point.high - point.low)),
      },
      {
        ...line,
        id: "rate",
        // A label can't travel along a line that begins with a gap.
        animation: solid[0] !== null,
        data: solid,
        showSymbol: points.length === 1,
        symbol: "circle",
        ...(running ? {} : { endLabel }),
      },
      {
        ...line,
        id: "running",
        // The label would travel along the line from its first point, which is a gap.
        animation: false,
        data: dashed,
        lineStyle: { width: 2, type: "dashed" },
        symbol: (_: unknown, { dataIndex }: { dataIndex: number }) => (dataIndex === last ? "emptyCircle" : "none"),
        ...(running ? { endLabel } : {}),
      },
    ],
  };
}
