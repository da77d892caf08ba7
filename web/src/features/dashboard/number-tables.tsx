import { Table } from "antd";
import { dashboardTexts } from "./dashboard-texts";
import styles from "./health.module.css";
import type { Cell } from "./health-query";
import { usePeriodName } from "./period-name";

const share = (value: number | null) => (value === null ? "–" : `${(value * 100).toFixed(1)}%`);
const span = ({ low, high }: Cell) =>
  low === null || high === null ? "–" : `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}%`;

interface Props {
  onPick: (address: string) => void;
}

/** The bars as numbers, for those who can't or won't read bars. */
export function UnitTable({ units, onPick }: Props & { units: Cell[] }) {
  const t = dashboardTexts.use();
  return (
    <Table<Cell>
      size="small"
      virtual={units.length > 60}
      scroll={{ y: 340, x: 560 }}
      pagination={false}
      rowKey={(unit) => unit.keys.unit?.id ?? ""}
      dataSource={units}
      columns={[
        {
          title: t("unit"),
          width: 160,
          ellipsis: true,
          render: (_, unit) => (
            <Pick onPick={() => onPick(`unit:${unit.keys.unit?.id}`)}>{unit.keys.unit?.name ?? ""}</Pick>
          ),
        },
        { title: t("rate"), align: "right", width: 80, render: (_, unit) => share(unit.value) },
        { title: t("range"), align: "right", width: 120, render: (_, unit) => span(unit) },
        {
          title: t("counts"),
          align: "right",
          width: 110,
          render: (_, unit) => `${unit.numerator} / ${unit.denominator}`,
        },
        { title: t("late"), align: "right", width: 64, render: (_, unit) => unit.late ?? 0 },
        { title: t("missed"), align: "right", width: 72, render: (_, unit) => unit.missed ?? 0 },
      ]}
    />
  );
}

export function TrendTable({ points, onPick }: Props & { points: Cell[] }) {
  const t = dashboardTexts.use();
  const periodName = usePeriodName();
  return (
    <Table<Cell>
      size="small"
      pagination={false}
      scroll={{ y: 200 }}
      rowKey={(point) => point.keys.period ?? ""}
      dataSource={[...points].reverse()}
      columns={[
        {
          title: t("period"),
          render: (_, point) => (
            <Pick onPick={() => onPick(`trend:${point.keys.period}`)}>{periodName(point.keys.period ?? "", true)}</Pick>
          ),
        },
        { title: t("rate"), align: "right", render: (_, point) => share(point.value) },
        { title: t("range"), align: "right", render: (_, point) => span(point) },
        { title: t("counts"), align: "right", render: (_, point) => `${point.numerator} / ${point.denominator}` },
      ]}
    />
  );
}

export interface MixRow {
  id: string;
  name: string;
  met: number;
  improve: number;
  support: number;
  notDone: number;
}

export function MixTable({
  rows,
  words,
  onPick,
}: Props & { rows: MixRow[]; words: Record<"met" | "improve" | "support" | "missed", string> }) {
  const t = dashboardTexts.use();
  const pick = (row: MixRow, band: string, count: number) =>
    row.id ? (
      <Pick onPick={() => onPick(`node:${row.id}:${band}`)}>{count.toLocaleString()}</Pick>
    ) : (
      count.toLocaleString()
    );
  return (
    <Table<MixRow>
      size="small"
      pagination={false}
      scroll={{ y: 260 }}
      rowKey={(row) => row.id || "all"}
      dataSource={rows}
      columns={[
        { title: t("node"), dataIndex: "name", ellipsis: true },
        { title: words.met, align: "right", render: (_, row) => pick(row, "MET", row.met) },
        { title: words.improve, align: "right", render: (_, row) => pick(row, "IMPROVE", row.improve) },
        { title: words.support, align: "right", render: (_, row) => pick(row, "SUPPORT", row.support) },
        { title: words.missed, align: "right", render: (_, row) => pick(row, "MISSED", row.notDone) },
      ]}
    />
  );
}

function Pick({ children, onPick }: { children: string; onPick: () => void }) {
  return (
    <button type="button" className={styles.pick} onClick={onPick}>
      {children}
    </button>
  );
}
