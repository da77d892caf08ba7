import { useCallback, useMemo } from "react";
import { Chart, type ChartInk, type ChartOption, hatch, useChartInk } from "@/ui/chart";
import { QualityMark } from "@/ui/quality-tag";
import { uiTexts } from "@/ui/ui-texts";
import { dashboardTexts } from "./dashboard-texts";
import styles from "./health.module.css";
import type { Cell, MetricAnswer } from "./health-query";
import { type MixRow, MixTable } from "./number-tables";
import { Widget } from "./widget";

interface Props {
  answer: MetricAnswer;
  onPick: (address: string) => void;
}

const parts = ["met", "improve", "support", "notDone"] as const;
const bands = { met: "MET", improve: "IMPROVE", support: "SUPPORT", notDone: "MISSED" } as const;

/** 100 % bars in the fixed order 达标, 待提升, 需支持, 未完成. */
export function QualityMix({ answer, onPick }: Props) {
  const t = dashboardTexts.use();
  const ui = uiTexts.use();
  const ink = useChartInk();
  const rows = useMemo(() => mixRows(answer.items, t("allNodes")), [answer.items, t]);
  const words = { met: ui("met"), improve: ui("improve"), support: ui("support"), missed: ui("missed") };
  const option = useCallback(
    (width: number) =>
      mixOption(rows, width, ink, {
        met: ui("met"),
        improve: ui("improve"),
        support: ui("support"),
        notDone: ui("missed"),
      }),
    [rows, ink, ui],
  );
  return (
    <Widget
      title={t("quality")}
      note={t("qualityNote")}
      tools={
        <ul className={`${styles.legend} t12`} aria-hidden="true">
          {(["met", "improve", "support", "missed"] as const).map((state) => (
            <li key={state}>
              <QualityMark state={state} size={10} />
              {words[state]}
            </li>
          ))}
        </ul>
      }
      table={rows.length > 0 ? <MixTable rows={rows} words={words} onPick={onPick} /> : undefined}
    >
      {rows.length === 0 ? (
        <p className={`${styles.bare} c2`}>{t("emptyQuality")}</p>
      ) : (
        <Chart
          height={rows.length * 28 + 8}
          label={t("quality")}
          option={option}
          onPick={({ dataIndex, seriesId }) => {
            const row = rows[dataIndex];
            const band = bands[seriesId as "met"];
            if (!row) return;
            if (!row.id) onPick("figure:quality");
            else if (band) onPick(`node:${row.id}:${band}`);
          }}
        />
      )}
    </Widget>
  );
}

export function mixRows(items: Cell[], allName: string): MixRow[] {
  const rows = items
    .map((item) => ({
      id: item.keys.node?.id ?? "",
      name: item.keys.node?.name ?? "",
      met: item.levels?.MET ?? item.numerator,
      improve: item.levels?.IMPROVE ?? 0,
      support: item.levels?.SUPPORT ?? 0,
      notDone: item.notDone ?? 0,
    }))
    .filter((row) => row.met + row.improve + row.support + row.notDone > 0);
  if (rows.length < 2) return rows;
  const sum = (part: (typeof parts)[number]) => rows.reduce((all, row) => all + row[part], 0);
  const all = {
    id: "",
    name: allName,
    met: sum("met"),
    improve: sum("improve"),
    support: sum("support"),
    notDone: sum("notDone"),
  };
  return [all, ...rows];
}

const LEFT = 92;
const RIGHT = 56;

function mixOption(
  rows: MixRow[],
  width: number,
  ink: ChartInk,
  words: Record<(typeof parts)[number], string>,
): ChartOption {
  const totals = rows.map((row) => row.met + row.improve + row.support + row.notDone);
  const room = Math.max(0, width - LEFT - RIGHT);
  const fills = { met: ink.met, improve: ink.improve, support: ink.support, notDone: ink.surface };
  return {
    aria: { enabled: true },
    grid: { left: LEFT, right: RIGHT, top: 4, bottom: 4 },
    tooltip: {
      trigger: "item",
      backgroundColor: ink.raised,
      borderColor: ink.line,
      textStyle: { color: ink.text, fontSize: 12 },
      formatter: ({ dataIndex, seriesId }: { dataIndex: number; seriesId: string }) => {
        const row = rows[dataIndex];
        const count = row?.[seriesId as "met"] ?? 0;
        return `${escaped(row?.name ?? "")}<br>${words[seriesId as "met"]} ${count.toLocaleString()} / ${totals[dataIndex]?.toLocaleString()}`;
      },
    },
    xAxis: { type: "value", max: 100, show: false },
    yAxis: [
      {
        type: "category",
        inverse: true,
        data: rows.map((row) => row.name),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: {
          margin: LEFT - 4,
          align: "left",
          width: LEFT - 12,
          overflow: "truncate",
          color: ink.text,
          fontSize: 12,
          fontWeight: ((_: string, index: number) => (index === 0 && rows.length > 1 ? 600 : 400)) as never,
        },
      },
      {
        type: "category",
        inverse: true,
        position: "right",
        data: totals.map((total) => total.toLocaleString()),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { margin: RIGHT - 4, align: "right", color: ink.text2, fontSize: 12 },
      },
    ],
    series: parts.map((part) => ({
      id: part,
      name: words[part],
      type: "bar",
      stack: "mix",
      barWidth: 16,
      itemStyle: {
        color: fills[part],
        borderColor: ink.surface,
        borderWidth: 0.75,
        ...(part === "support" ? { decal: hatch("rgba(255,255,255,.35)") } : {}),
        ...(part === "notDone" ? { decal: hatch(ink.missed) } : {}),
      },
      emphasis: { itemStyle: { opacity: 0.85 } },
      data: rows.map((row, index) => {
        const share = (row[part] / (totals[index] || 1)) * 100;
        return { value: share, label: { show: part !== "notDone" && (share / 100) * room >= 26 } };
      }),
      label: {
        color: part === "support" ? "#FFFFFF" : "#0F1A14",
        fontSize: 11,
        formatter: ({ value }: { value: number }) => String(Math.round(value)),
      },
    })),
  };
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
