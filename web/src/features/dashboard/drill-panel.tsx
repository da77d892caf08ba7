import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Tabs } from "antd";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { api, type Page } from "@/lib/api";
import type { Expectation } from "@/lib/expectations";
import { allOf, type Filter } from "@/lib/filter";
import type { TableRecord } from "@/lib/records";
import { tablesQuery } from "@/lib/tables";
import { IntervalBar, Verdict } from "@/ui/figure";
import { SidePanel } from "@/ui/page";
import { Empty, Load } from "@/ui/states";
import { uiTexts } from "@/ui/ui-texts";
import type { Shown } from "./cells";
import { dashboardTexts } from "./dashboard-texts";
import styles from "./health.module.css";
import type { Drill } from "./health-query";
import { ExpectationLine, RecordLine } from "./lines";
import { usePeriodName } from "./period-name";

interface Props {
  shown: Shown | undefined;
  period: string;
  unit: string;
  asOf: string;
  threshold: number | null | undefined;
  onClose: () => void;
}

/** The rows behind a cell: same filter as the figure, so its counts are theirs. */
export function DrillPanel({ shown, period, unit, asOf, threshold, onClose }: Props) {
  const t = dashboardTexts.use();
  const title = useTitle(shown, unit);
  const periodName = usePeriodName();
  if (!shown)
    return (
      <SidePanel title={title} onClose={onClose}>
        <Empty title={t("drillGone")}>{t("drillGoneHint")}</Empty>
      </SidePanel>
    );
  return (
    <SidePanel
      title={title}
      note={[unit, periodName(shown.period ?? period)].filter(Boolean).join(" · ")}
      onClose={onClose}
      key={title}
    >
      <CellSentence shown={shown} threshold={threshold ?? undefined} />
      {shown.drills.map((drill) => (
        <Rows
          key={drill.path}
          titled={shown.drills.length > 1}
          drill={drill}
          split={shown.kind === "completion" || shown.kind === "proven"}
          asOf={asOf}
        />
      ))}
    </SidePanel>
  );
}

function useTitle(shown: Shown | undefined, unit: string) {
  const t = dashboardTexts.use();
  const ui = uiTexts.use();
  const words = {
    completion: t("completion"),
    quality: t("qualityRate"),
    evidence: t("evidence"),
    proven: t("proven"),
    due: t("due"),
  };
  const bandWords = { MET: ui("met"), IMPROVE: ui("improve"), SUPPORT: ui("support"), MISSED: ui("missed") };
  if (!shown) return unit || t("title");
  if (shown.due) return t(shown.due === "missed" ? "missedDue" : shown.due);
  const word = shown.band ? bandWords[shown.band] : words[shown.kind];
  return shown.name ? (shown.kind === "completion" ? shown.name : `${shown.name} · ${word}`) : word;
}

const percent = (share: number) => (share * 100).toFixed(1);

/** Value, verdict, interval, n, as a sentence. */
function CellSentence({ shown, threshold }: { shown: Shown; threshold: number | undefined }) {
  const t = dashboardTexts.use();
  const cell = shown.cell;
  if (!cell || shown.band) return null;
  const limit = cell.threshold ?? (shown.kind === "completion" ? threshold : undefined);
  const bounds = {
    low: percent(cell.low ?? 0),
    high: percent(cell.high ?? 0),
    threshold: Math.round((limit ?? 0) * 100),
  };
  const share = shown.kind === "quality" ? "shareQuality" : shown.kind === "evidence" ? "shareEvidence" : "share";
  return (
    <div className={styles.sentence}>
      <p className={styles.big}>
        <b className={cell.small ? "c3" : ""}>{cell.value === null ? "–" : percent(cell.value)}</b>
        {cell.value !== null && <small>%</small>}
        <span className="t13 c2">{t(share, { numerator: cell.numerator, denominator: cell.denominator })}</span>
      </p>
      <Verdict rate={cell} {...(limit === undefined ? {} : { threshold: limit })} />
      {cell.value !== null && cell.low !== null && cell.high !== null && (
        <>
          <IntervalBar
            value={cell.value}
            low={cell.low}
            high={cell.high}
            {...(limit === undefined ? {} : { threshold: limit })}
          />
          <p className="t12 c2">
            {cell.small
              ? t("intervalIs", bounds)
              : cell.verdict === "unhealthy"
                ? t("upperBelow", bounds)
                : cell.verdict === "healthy"
                  ? t("lowerAbove", bounds)
                  : t(cell.verdict === "unsure" ? "crosses" : "intervalIs", bounds)}
          </p>
        </>
      )}
    </div>
  );
}

const onTime: Filter = { field: "state", op: "eq", value: "done" };
const notOnTime: Filter = { field: "state", op: "ne", value: "done" };

interface RowsProps {
  drill: Drill;
  /** With the table's name above, where a cell has rows in several tables. */
  titled: boolean;
  split: boolean;
  asOf: string;
}

function Rows({ drill, titled, split, asOf }: RowsProps) {
  const t = dashboardTexts.use();
  const tables = useQuery(tablesQuery).data;
  const [tab, setTab] = useState("not");
  const all = useCount(drill, undefined, true);
  const good = useCount(drill, onTime, split);
  const shownFilter = !split || tab === "all" ? drill.filter : allOf(drill.filter, tab === "not" ? notOnTime : onTime);
  const total = all.data?.total;
  const bad = total === undefined || good.data?.total === undefined ? undefined : total - good.data.total;
  const table = tables?.find((one) => drill.path.includes(`/tables/${one.key}/`));
  return (
    <>
      {titled && table && <h3>{table.name}</h3>}
      {split && (
        <Tabs
          size="small"
          activeKey={tab}
          onChange={setTab}
          items={[
            { key: "not", label: t("notOnTimeTab", { n: bad ?? "…" }) },
            { key: "on", label: t("onTimeTab", { n: good.data?.total ?? "…" }) },
            { key: "all", label: t("allTab", { n: total ?? "…" }) },
          ]}
        />
      )}
      <p className="t12 c2">{t("sameFilter", { n: total ?? 0 })}</p>
      <RowList path={drill.path} filter={shownFilter ?? drill.filter} asOf={asOf} />
      <p className={styles.toList}>
        <Link to={listAddress(drill)}>
          {t("toList", { n: total ?? 0 })}
          <ArrowRight size={14} />
        </Link>
      </p>
    </>
  );
}

/** The page that lists the same rows. */
function listAddress({ path, filter }: Drill) {
  const table = /\/tables\/([^/]+)\/records/.exec(path)?.[1];
  return `${table ? `/tables/${table}` : "/expectations"}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}

const under = (path: string) => path.replace(/^\/api\/v1/, "");

function useCount(drill: Drill, more: Filter | undefined, enabled: boolean) {
  const filter = allOf(drill.filter, more);
  return useQuery({
    queryKey: ["drill", "count", drill.path, filter],
    queryFn: ({ signal }) => api.get<Page<unknown>>(under(drill.path), { filter, limit: 1, total: true }, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

type Row = Expectation | TableRecord;
const isExpectation = (row: Row): row is Expectation => "countsOn" in row;

function RowList({ path, filter, asOf }: { path: string; filter: Filter; asOf: string }) {
  const t = dashboardTexts.use();
  const tables = useQuery(tablesQuery).data;
  const sort = path.endsWith("/expectations") ? "-due" : "-effectiveAt";
  const rows = useInfiniteQuery({
    queryKey: ["drill", "rows", path, filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<Row>>(under(path), { filter, sort, limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <Load query={rows}>
      {(data) => {
        const items = data.pages.flatMap((page) => page.items);
        if (items.length === 0) return <p className={`${styles.bare} c2`}>{t("noRows")}</p>;
        return (
          <>
            <ul className={`${styles.lines} ${styles.inPanel}`}>
              {items.map((row) => (
                <li key={row.id}>
                  {isExpectation(row) ? (
                    <Link className={styles.line} to={`/expectations?expectation=${row.id}`}>
                      <ExpectationLine expectation={row} now={asOf} />
                    </Link>
                  ) : (
                    <Link className={styles.line} to={`/tables/${row.table}?record=${row.id}`}>
                      <RecordLine record={row} table={tables?.find((table) => table.key === row.table)} />
                    </Link>
                  )}
                </li>
              ))}
            </ul>
            {rows.hasNextPage && (
              <Button size="small" loading={rows.isFetchingNextPage} onClick={() => rows.fetchNextPage()}>
                {t("moreRows")}
              </Button>
            )}
          </>
        );
      }}
    </Load>
  );
}
