import { useQueries, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { type Page as Answered, api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { isNamed, type TableRecord, valueOfRole } from "@/lib/records";
import { type DataTable, fieldOf, levelOf, tablesQuery } from "@/lib/tables";
import { Chip } from "@/ui/chip";
import { Page } from "@/ui/page";
import { QualityTag, qualityOfBand } from "@/ui/quality-tag";
import { Empty, Load, Waiting } from "@/ui/states";
import { actionTexts } from "./action-texts";
import styles from "./phone.module.css";

/** 记录: what I did lately, newest first. */
export default function MyRecordsPage() {
  const t = actionTexts.use();
  const tables = useQuery(tablesQuery);
  return (
    <Page>
      <title>{t("records")}</title>
      <div className={styles.column}>
        <header className={styles.head}>
          <h1>{t("records")}</h1>
        </header>
        <Load query={tables}>{(all) => <Mine tables={all.filter((table) => table.actionTable)} />}</Load>
      </div>
    </Page>
  );
}

function Mine({ tables }: { tables: DataTable[] }) {
  const t = actionTexts.use();
  const lists = useQueries({
    queries: tables.map((table) => ({
      queryKey: ["records", table.key, "mine"],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<Answered<TableRecord>>(
          `/tables/${table.key}/records`,
          { filter: { field: "subject", op: "isMe" }, sort: "-occurredAt", limit: 50 },
          signal,
        ),
    })),
  });
  if (lists.some((list) => list.isPending)) return <Waiting />;
  const failed = lists.find((list) => list.error && !list.data);
  if (failed) return <Load query={failed}>{() => null}</Load>;
  const records = lists
    .flatMap((list, index) => (list.data?.items ?? []).map((record) => ({ record, table: tables[index] })))
    .sort((a, b) => ((a.record.occurredAt ?? "") < (b.record.occurredAt ?? "") ? 1 : -1));
  if (records.length === 0)
    return (
      <Empty title={t("noRecords")} actions={<Link to="/record">{t("recordOne")}</Link>}>
        {t("noRecordsHint")}
      </Empty>
    );
  return (
    <ul className={styles.rows}>
      {records.map(({ record, table }) => (
        <li key={record.id} className={styles.row}>
          <RecordRow record={record} table={table} />
        </li>
      ))}
    </ul>
  );
}

function RecordRow({ record, table }: { record: TableRecord; table: DataTable | undefined }) {
  const t = actionTexts.use();
  const { weekday, time } = useDates();
  const node = valueOfRole(record, table, "node");
  const object = valueOfRole(record, table, "object");
  const level = levelOf(fieldOf(table, "quality"), valueOfRole(record, table, "quality"));
  const at = record.occurredAt ?? record.createdAt ?? "";
  return (
    <Link to={`/tables/${record.table}?record=${record.id}`} className={styles.rowText}>
      <span className={styles.rowName}>{isNamed(node) ? node.name : table?.name}</span>
      {isNamed(object) && <span className="c2">{object.name}</span>}
      <span className="row c2">
        {weekday(at)} {time(at)}
        {record.late && <Chip>{t("late")}</Chip>}
        {level && (
          <QualityTag bare state={qualityOfBand(level.band)}>
            {level.label}
          </QualityTag>
        )}
      </span>
    </Link>
  );
}
