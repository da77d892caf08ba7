import { useQuery } from "@tanstack/react-query";
import { Button, Popconfirm, Tabs, Tooltip } from "antd";
import { Maximize2 } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { useDates } from "@/lib/dates";
import { useMay, useMe } from "@/lib/me";
import type { TableRecord } from "@/lib/records";
import type { DataTable } from "@/lib/tables";
import { Chip } from "@/ui/chip";
import { initialValues } from "@/ui/field/initial-values";
import { RecordForm, useRecordForm } from "@/ui/field/record-form";
import { useSubmission } from "@/ui/field/use-submission";
import { SidePanel } from "@/ui/page";
import { Load } from "@/ui/states";
import { Comments, CommentsLabel } from "./record-comments";
import { History } from "./record-history";
import { recordQuery } from "./record-queries";
import { Steps } from "./record-steps";
import { recordTexts } from "./record-texts";
import { titleOf } from "./record-title";
import { tableTexts } from "./table-texts";
import { useRecordSaving, useRemoval } from "./use-record";

interface Props {
  table: DataTable;
  /** A record's id, or "new". */
  id: string;
  /** The rows of the grid, to walk through. */
  ids: string[];
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** One record beside the grid: its form, comments and history. */
export function RecordPanel(props: Props) {
  return props.id === "new" ? <NewRecord {...props} /> : <OldRecord {...props} />;
}

function NewRecord({ table, onClose }: Pick<Props, "table" | "onClose">) {
  const t = tableTexts.use();
  const me = useMe();
  const [initial] = useState(() => initialValues(table, me.person));
  const form = useRecordForm({ fields: table.fields, initial, draft: `${me.tenant.id}.${table.key}.new` });
  const submit = useSubmission(table, form, onClose);
  return (
    <SidePanel
      title={t("newTitle")}
      note={table.name}
      onClose={onClose}
      footer={
        <Button
          type="primary"
          loading={submit.isPending}
          disabled={form.busy}
          onClick={() => submit.mutate(form.values)}
        >
          {t("submit")}
        </Button>
      }
    >
      <RecordForm form={form} table={table.key} />
    </SidePanel>
  );
}

function OldRecord(props: Props) {
  const t = tableTexts.use();
  const record = useQuery(recordQuery(props.id));
  if (record.data) return <Loaded key={`${props.id}.${record.data.version}`} {...props} record={record.data} />;
  return (
    <SidePanel title={t("content")} onClose={props.onClose}>
      <Load query={record}>{() => null}</Load>
    </SidePanel>
  );
}

// The part that was open stays open when a change makes a new version.
let lastTab = "content";

function Loaded({ table, record, ids, onOpen, onClose }: Props & { record: TableRecord }) {
  const t = tableTexts.use();
  const r = recordTexts.use();
  const may = useMay();
  const { due } = useDates();
  const remove = useRemoval(table.key);
  const { form, submit, isPending } = useRecordSaving(table, record);
  const [tab, setTab] = useState(lastTab);
  const title = titleOf(record, table);
  return (
    <SidePanel
      title={title}
      note={
        <span className="row">
          {record.late && <Chip>{t("late")}</Chip>}
          {record.unplanned && <Chip>{t("unplanned")}</Chip>}
          {record.expectation ? t("closes", { due: due(record.expectation.due) }) : table.name}
        </span>
      }
      label={title}
      onClose={onClose}
      tools={
        <>
          <Steps id={record.id} ids={ids} onOpen={onOpen} />
          <Tooltip title={r("openPage")}>
            <Link to={`/tables/${table.key}/records/${record.id}`} state={{ ids }} aria-label={r("openPage")}>
              <Button type="text" tabIndex={-1} icon={<Maximize2 size={16} />} aria-hidden="true" />
            </Link>
          </Tooltip>
        </>
      }
      footer={
        <>
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
                if (await remove(record)) onClose();
              }}
            >
              <Button danger type="text">
                {t("deleteOne")}
              </Button>
            </Popconfirm>
          )}
        </>
      }
    >
      <Tabs
        size="small"
        activeKey={tab}
        onChange={(key) => {
          lastTab = key;
          setTab(key);
        }}
        items={[
          { key: "content", label: t("content"), children: <RecordForm form={form} table={table.key} /> },
          { key: "comments", label: <CommentsLabel record={record.id} />, children: <Comments record={record.id} /> },
          { key: "history", label: t("history"), children: <History table={table} record={record} /> },
        ]}
      />
    </SidePanel>
  );
}
