import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { App, Button, Table } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { useDates } from "@/lib/dates";
import type { TableRecord } from "@/lib/records";
import { type DataTable, tableQuery } from "@/lib/tables";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { Empty, Load } from "@/ui/states";
import { daysLeft } from "./days-left";
import styles from "./record.module.css";
import { recordsQuery } from "./record-queries";
import { recordTexts } from "./record-texts";
import { longTitleOf } from "./record-title";
import { RefusalsDialog } from "./refusals";
import type { SeriesResult } from "./series";
import { tableTexts } from "./table-texts";
import { useSeries } from "./use-series";

/** What was deleted from a table in the last 30 days: who, when, how long it is kept; one or many come back. */
export default function BinPage() {
  const { key = "" } = useParams();
  const table = useQuery(tableQuery(key));
  return <Load query={table}>{(data) => <Bin table={data} />}</Load>;
}

function Bin({ table }: { table: DataTable }) {
  const t = recordTexts.use();
  const words = tableTexts.use();
  const gone = useInfiniteQuery(recordsQuery({ table: table.key, deleted: true }));
  return (
    <Page
      head={
        <PageHead
          title={t("binTitle")}
          trail={[
            { label: words("tables"), to: "/tables" },
            { label: table.name, to: `/tables/${table.key}` },
          ]}
          note={table.name}
        />
      }
    >
      <Load query={gone}>
        {(data) => {
          const records = data.pages.flatMap((page) => page.items);
          if (records.length === 0)
            return (
              <Empty title={t("binEmpty")} actions={<Link to={`/tables/${table.key}`}>{t("back")}</Link>}>
                {t("binEmptyHint")}
              </Empty>
            );
          return (
            <>
              <Rows table={table} records={records} />
              {gone.hasNextPage && (
                <p className={styles.tools}>
                  <Button loading={gone.isFetchingNextPage} onClick={() => gone.fetchNextPage()}>
                    {t("more")}
                  </Button>
                </p>
              )}
            </>
          );
        }}
      </Load>
    </Page>
  );
}

function Rows({ table, records }: { table: DataTable; records: TableRecord[] }) {
  const t = recordTexts.use();
  const { moment } = useDates();
  const { message } = App.useApp();
  const { run, progress } = useSeries(table.key);
  const [chosen, setChosen] = useState<string[]>([]);
  const [refused, setRefused] = useState<{ records: TableRecord[]; result: SeriesResult }>();
  const there = records.filter((record) => chosen.includes(record.id));
  const restore = async (some: TableRecord[]) => {
    const ended = await run(
      "restore",
      some.map(({ id, version }) => ({ id, version })),
    );
    setChosen([]);
    if (ended.done.length > 0) message.success(t("restoredN", { n: ended.done.length }));
    if (ended.refused.length > 0 || ended.left > 0) setRefused({ records: some, result: ended });
  };
  return (
    <>
      <div className={styles.tools}>
        {there.length > 0 ? (
          <>
            <span className="w5">{t("selectedN", { n: there.length })}</span>
            <Button type="primary" loading={progress !== undefined} onClick={() => restore(there)}>
              {progress ? t("working", { n: progress.done, all: progress.all }) : t("restoreN", { n: there.length })}
            </Button>
            <Button type="text" onClick={() => setChosen([])}>
              {t("unselect")}
            </Button>
          </>
        ) : (
          <p className="c2 t13">{t("binNote")}</p>
        )}
      </div>
      {refused && (
        <RefusalsDialog
          table={table}
          {...refused}
          title={t("restoreRefused", { n: refused.result.refused.length })}
          onClose={() => setRefused(undefined)}
        />
      )}
      <Table<TableRecord>
        size="small"
        rowKey="id"
        dataSource={records}
        pagination={false}
        className={styles.scrolling ?? ""}
        rowSelection={{
          selectedRowKeys: chosen,
          onChange: (keys) => setChosen(keys.map(String)),
          getCheckboxProps: (record) => ({ "aria-label": longTitleOf(record, table) }),
        }}
        columns={[
          { title: t("name"), key: "name", render: (_, record) => longTitleOf(record, table) },
          { title: t("deletedBy"), key: "by", render: (_, record) => record.deletedBy?.name ?? t("system") },
          { title: t("deletedAt"), key: "at", render: (_, record) => moment(record.deletedAt ?? "") },
          {
            title: t("daysLeft"),
            key: "left",
            render: (_, record) => {
              const left = daysLeft(record.deletedAt ?? "");
              return left > 0 ? t("daysLeftN", { n: left }) : t("lastDay");
            },
          },
          {
            key: "restore",
            align: "right",
            render: (_, record) => (
              <Button
                size="small"
                disabled={progress !== undefined}
                aria-label={`${t("restore")} ${longTitleOf(record, table)}`}
                onClick={() => restore([record])}
              >
                {t("restore")}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}
