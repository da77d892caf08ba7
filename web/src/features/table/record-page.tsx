import { useQuery } from "@tanstack/react-query";
import { Button, Popconfirm, Tabs } from "antd";
import { useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import { useDates } from "@/lib/dates";
import { useMay } from "@/lib/me";
import { asProblem } from "@/lib/problem";
import type { TableRecord } from "@/lib/records";
import { type DataTable, tableQuery } from "@/lib/tables";
import { Chip } from "@/ui/chip";
import { CopyButton } from "@/ui/copy-button";
import { RecordForm } from "@/ui/field/record-form";
import { useMedia } from "@/ui/media";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { Load } from "@/ui/states";
import styles from "./record.module.css";
import { Comments, CommentsLabel } from "./record-comments";
import { History } from "./record-history";
import { MissingRecord } from "./record-missing";
import { recordQuery } from "./record-queries";
import { Related } from "./record-related";
import { Steps } from "./record-steps";
import { recordTexts } from "./record-texts";
import { longTitleOf } from "./record-title";
import { tableTexts } from "./table-texts";
import { useRecordSaving, useRemoval } from "./use-record";

/** One record at its own address: what it says, what is said about it, what happened to it, what belongs to it. */
export default function RecordPage() {
  const { key = "", id = "" } = useParams();
  const table = useQuery(tableQuery(key));
  const record = useQuery(recordQuery(id));
  const status = record.data ? 200 : record.error ? asProblem(record.error).status : 0;
  if (status === 404 || status === 400) return <MissingRecord table={key} id={id} />;
  return (
    <Load query={table}>
      {(data) => (
        <Load query={record}>{(found) => <Shown key={`${id}.${found.version}`} table={data} record={found} />}</Load>
      )}
    </Load>
  );
}

/** The rows of the list that one came from, as the link carried them. */
function useIds(): string[] {
  const { state } = useLocation();
  return typeof state === "object" && state !== null && Array.isArray(state.ids) ? state.ids : [];
}

function Shown({ table, record }: { table: DataTable; record: TableRecord }) {
  const t = recordTexts.use();
  const words = tableTexts.use();
  const wide = useMedia("(min-width: 1200px)");
  const { due } = useDates();
  const go = useNavigate();
  const ids = useIds();
  const [address, setAddress] = useSearchParams();
  const title = longTitleOf(record, table);
  const tabs = [
    { key: "comments", label: <CommentsLabel record={record.id} />, children: <Comments record={record.id} /> },
    { key: "history", label: t("history"), children: <History table={table} record={record} /> },
    { key: "related", label: t("related"), children: <Related table={table} record={record} /> },
  ];
  const content = { key: "content", label: t("content"), children: <Content table={table} record={record} /> };
  const shown = (wide ? tabs : [content, ...tabs]).map((tab) => tab.key);
  const tab = address.get("tab") ?? "";
  const bar = (
    <Tabs
      size="small"
      items={wide ? tabs : [content, ...tabs]}
      activeKey={shown.includes(tab) ? tab : (shown[0] ?? "")}
      onChange={(next) => setAddress({ tab: next }, { replace: true, state: { ids } })}
    />
  );
  return (
    <Page
      full={wide}
      head={
        <PageHead
          title={title}
          trail={[
            { label: words("tables"), to: "/tables" },
            { label: table.name, to: `/tables/${table.key}` },
          ]}
          tags={
            <>
              {record.late && <Chip>{words("late")}</Chip>}
              {record.unplanned && <Chip>{words("unplanned")}</Chip>}
            </>
          }
          note={record.expectation ? words("closes", { due: due(record.expectation.due) }) : undefined}
          actions={
            <>
              <Steps
                id={record.id}
                ids={ids}
                onOpen={(id) => go(`/tables/${table.key}/records/${id}`, { replace: true, state: { ids } })}
              />
              <CopyButton text={`${location.origin}/tables/${table.key}/records/${record.id}`} label={t("copyLink")} />
            </>
          }
        />
      }
    >
      {wide ? (
        <div className={styles.columns}>
          <div className={styles.column}>{content.children}</div>
          <div className={styles.side}>{bar}</div>
        </div>
      ) : (
        bar
      )}
    </Page>
  );
}

function Content({ table, record }: { table: DataTable; record: TableRecord }) {
  const t = tableTexts.use();
  const may = useMay();
  const go = useNavigate();
  const remove = useRemoval(table.key);
  const { form, submit, isPending } = useRecordSaving(table, record);
  return (
    <div className={styles.form}>
      <RecordForm form={form} table={table.key} />
      {(may("records.update") || may("records.delete")) && (
        <div className={styles.foot}>
          {may("records.update") && (
            <Button type="primary" loading={isPending} disabled={form.busy || !form.touched} onClick={submit}>
              {t("save")}
            </Button>
          )}
          <span className="sp" />
          {may("records.delete") && (
            <Popconfirm
              title={t("deleteAsk", { n: 1 })}
              okText={t("deleteOne")}
              okButtonProps={{ danger: true }}
              onConfirm={async () => {
                if (await remove(record)) go(`/tables/${table.key}`);
              }}
            >
              <Button danger type="text">
                {t("deleteOne")}
              </Button>
            </Popconfirm>
          )}
        </div>
      )}
    </div>
  );
}
