import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { PencilRuler, Plus, Trash2, Upload } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import type { SortColumn } from "react-data-grid";
import { Link, useParams, useSearchParams } from "react-router";
import type { Filter } from "@/lib/filter";
import { useMay } from "@/lib/me";
import type { TableRecord } from "@/lib/records";
import { type DataTable, tableQuery } from "@/lib/tables";
import { Chip } from "@/ui/chip";
import { ExportButton } from "@/ui/export-button";
import { kindOf } from "@/ui/field/kinds";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { Empty, Load, Trouble, Waiting } from "@/ui/states";
import { BatchBar } from "./batch-bar";
import { asked } from "./filter-tree";
import { GridTools } from "./grid-tools";
import { RecordGrid } from "./record-grid";
import { RecordPanel } from "./record-panel";
import { recordCountQuery, recordsQuery } from "./record-queries";
import { MOST } from "./series";
import styles from "./table.module.css";
import { tableTexts } from "./table-texts";
import { useEdits } from "./use-edits";
import { shownFields, useLook } from "./view-state";
import { ViewTabs } from "./view-tabs";
import { lookOf, viewsQuery } from "./views";

/** One table: its rows as a grid, one row in the panel. */
export default function TablePage() {
  const { key = "" } = useParams();
  const table = useQuery(tableQuery(key));
  return (
    <Load query={table} skeleton={<Skeleton className={styles.skeleton ?? ""} />}>
      {(data) => <Grid key={data.key} table={data} />}
    </Load>
  );
}

function parsed(text: string | null): Filter | undefined {
  try {
    return text ? (JSON.parse(text) as Filter) : undefined;
  } catch {
    return undefined;
  }
}

/** `-at,teacher` ↔ the grid's sort. */
const sortOf = (text: string | null): SortColumn[] =>
  (text ?? "")
    .split(",")
    .filter(Boolean)
    .map((part) => ({ columnKey: part.replace(/^-/, ""), direction: part.startsWith("-") ? "DESC" : "ASC" }));
const written = (sort: SortColumn[]) =>
  sort.map((one) => (one.direction === "DESC" ? "-" : "") + one.columnKey).join(",");

function Grid({ table }: { table: DataTable }) {
  const t = tableTexts.use();
  const may = useMay();
  const [address, setAddress] = useSearchParams();
  const views = useQuery(viewsQuery(table.key));
  const viewKey = address.get("view");
  const view = useMemo(() => views.data?.find((one) => one.key === viewKey), [views.data, viewKey]);
  const viewLook = useMemo(() => view && lookOf(view), [view]);
  const { look, change: setLook, forget } = useLook(view ? `${table.key}/${view.key}` : table.key, viewLook);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const filterText = address.get("filter");
  const filter = useMemo(() => parsed(filterText), [filterText]);
  const sort = useMemo(() => sortOf(address.get("sort")), [address]);
  const set = useCallback(
    (changes: Record<string, string | undefined>) =>
      setAddress(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) value ? next.set(name, value) : next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setAddress],
  );
  const setFilter = (next: Filter | undefined) => {
    setSelected(new Set());
    set({ filter: next && JSON.stringify(next) });
  };
  const question = useMemo(() => {
    const send = (key: string, value: unknown) => {
      const field = table.fields.find((one) => one.key === key || one.role === key);
      const write = field && typeof value === "object" && value !== null ? kindOf(field.type).send : undefined;
      return write ? write(value) : value;
    };
    return { table: table.key, filter: asked(filter, send), sort: written(sort) || undefined };
  }, [table, filter, sort]);
  const all = useQuery({ ...recordCountQuery(table.key), enabled: question.filter !== undefined });
  const records = useInfiniteQuery({ ...recordsQuery(question), placeholderData: keepPreviousData });
  const rows = useMemo(() => records.data?.pages.flatMap((page) => page.items) ?? [], [records.data]);
  const fields = useMemo(() => shownFields(table, look), [table, look]);
  const edits = useEdits(table.key, table.fields);
  const writable = may("records.update");
  const open = useCallback((record: TableRecord) => set({ record: record.id }), [set]);
  const chosen = address.get("record");
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const chooseAll = async () => {
    const all = new Set(ids);
    let more = records.hasNextPage;
    while (more && all.size < MOST) {
      const read = await records.fetchNextPage();
      for (const page of read.data?.pages ?? []) for (const row of page.items) all.add(row.id);
      more = read.hasNextPage && !read.isError;
    }
    setSelected(all);
  };
  const total = records.data?.pages[0]?.total;

  const panel = chosen ? (
    <RecordPanel
      key={chosen}
      table={table}
      id={chosen}
      ids={ids}
      onOpen={(id) => set({ record: id })}
      onClose={() => set({ record: undefined })}
    />
  ) : undefined;
  return (
    <Page
      full
      panel={panel}
      head={
        <PageHead
          title={table.name}
          trail={[{ label: t("tables"), to: "/tables" }]}
          tags={table.actionTable && <Chip>{t("actionTable")}</Chip>}
          note={table.description}
          actions={
            <>
              {may("records.delete") && (
                <Link to={`/tables/${table.key}/bin`}>
                  <Button type="text" icon={<Trash2 size={14} />} tabIndex={-1}>
                    {t("bin")}
                  </Button>
                </Link>
              )}
              {may("records.import") && (
                <Link to={`/imports/new/table/${table.key}`}>
                  <Button type="text" icon={<Upload size={14} />} tabIndex={-1}>
                    {t("import")}
                  </Button>
                </Link>
              )}
              <ExportButton
                path={`/tables/${table.key}/records:export`}
                body={{
                  columns: fields.map((field) => field.key),
                  filter: question.filter ?? null,
                  sort: question.sort ?? "",
                }}
                withIds
              />
              {may("model.write") && (
                <Link to={`/tables/${table.key}/fields`}>
                  <Button icon={<PencilRuler size={14} />} tabIndex={-1}>
                    {t("design")}
                  </Button>
                </Link>
              )}
            </>
          }
        />
      }
    >
      <ViewTabs
        table={table}
        now={{ filter, sort: written(sort), look }}
        chosen={view}
        onOpen={(next) =>
          set({
            filter: next?.config.filter ? JSON.stringify(next.config.filter) : undefined,
            sort: next?.config.sort || undefined,
            view: next?.key,
          })
        }
        onKept={forget}
      />
      {selected.size > 0 ? (
        <BatchBar
          table={table}
          records={rows.filter((row) => selected.has(row.id))}
          total={total}
          onAll={records.hasNextPage && ids.every((id) => selected.has(id)) ? chooseAll : undefined}
          mayUpdate={writable}
          mayDelete={may("records.delete")}
          onClear={() => setSelected(new Set())}
        />
      ) : (
        <div className={styles.toolbar}>
          {may("records.create") && (
            <Button
              type={panel ? "default" : "primary"}
              icon={<Plus size={14} />}
              onClick={() => set({ record: "new" })}
            >
              {t("newRecord")}
            </Button>
          )}
          <GridTools
            table={table}
            look={look}
            onLook={setLook}
            filter={filter}
            onFilter={setFilter}
            sort={sort}
            onSort={(next) => set({ sort: written(next) || undefined })}
          />
        </div>
      )}
      {records.error && rows.length === 0 ? (
        <Trouble what={t("records")} problem={records.error} onRetry={() => records.refetch()} />
      ) : records.isPending ? (
        <Waiting>
          <Skeleton className={styles.skeleton ?? ""} title={false} paragraph={{ rows: 12 }} />
        </Waiting>
      ) : rows.length === 0 ? (
        <Empty
          title={t(question.filter ? "noMatches" : "noRecords")}
          actions={
            question.filter ? <Button onClick={() => setFilter(undefined)}>{t("clearFilter")}</Button> : undefined
          }
        >
          {question.filter ? undefined : t("noRecordsHint")}
        </Empty>
      ) : (
        <RecordGrid
          table={table.key}
          fields={fields}
          rows={rows}
          look={look}
          onLook={setLook}
          sort={sort}
          onSort={(next) => set({ sort: written(next) || undefined })}
          selected={selected}
          onSelected={setSelected}
          edits={edits}
          writable={writable}
          onNeedMore={() => records.hasNextPage && !records.isFetchingNextPage && records.fetchNextPage()}
          onOpen={open}
        />
      )}
      <p className={`${styles.foot} t12 c2`} role="status">
        {total !== undefined &&
          (question.filter && all.data !== undefined && all.data >= total
            ? t("countedOf", { n: total, all: all.data })
            : t("counted", { n: total }))}
        {records.hasNextPage && <span>{t("loadedOf", { n: rows.length })}</span>}
        {!writable && <span>{t("readOnly")}</span>}
      </p>
    </Page>
  );
}
