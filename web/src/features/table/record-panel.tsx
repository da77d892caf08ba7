import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Popconfirm, Tabs } from "antd";
import { useState } from "react";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useMay, useMe } from "@/lib/me";
import type { TableRecord } from "@/lib/records";
import { type DataTable, fieldOf } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import { Chip } from "@/ui/chip";
import { initialValues } from "@/ui/field/initial-values";
import { kindOf, sendable } from "@/ui/field/kinds";
import { RecordForm, useRecordForm } from "@/ui/field/record-form";
import { useSubmission } from "@/ui/field/use-submission";
import { SidePanel } from "@/ui/page";
import { Load } from "@/ui/states";
import { History } from "./record-history";
import { recordQuery } from "./record-queries";
import { tableTexts } from "./table-texts";

interface Props {
  table: DataTable;
  /** A record's id, or "new". */
  id: string;
  onClose: () => void;
}

/** One record beside the grid: its form and its history. */
export function RecordPanel({ table, id, onClose }: Props) {
  return id === "new" ? (
    <NewRecord table={table} onClose={onClose} />
  ) : (
    <OldRecord table={table} id={id} onClose={onClose} />
  );
}

function NewRecord({ table, onClose }: Omit<Props, "id">) {
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

function OldRecord({ table, id, onClose }: Props) {
  const t = tableTexts.use();
  const record = useQuery(recordQuery(id));
  const shown = record.data ? titleOf(record.data, table) : t("content");
  if (record.data)
    return (
      <Loaded key={`${id}.${record.data.version}`} table={table} record={record.data} title={shown} onClose={onClose} />
    );
  return (
    <SidePanel title={shown} onClose={onClose}>
      <Load query={record}>{() => null}</Load>
    </SidePanel>
  );
}

/** The first text, choice or name that says which one it is. */
export function titleOf(record: TableRecord, table: DataTable) {
  const first = fieldOf(table, "subject") ?? table.fields.find((field) => record.fields[field.key]);
  return (first && kindOf(first.type).write(nameOnly(record.fields[first.key]), first)) || table.name;
}

const nameOnly = (value: unknown) =>
  typeof value === "object" && value !== null && "name" in value ? { id: "", name: value.name } : value;

function Loaded({
  table,
  record,
  title,
  onClose,
}: {
  table: DataTable;
  record: TableRecord;
  title: string;
  onClose: () => void;
}) {
  const t = tableTexts.use();
  const may = useMay();
  const { message } = App.useApp();
  const { due } = useDates();
  const client = useQueryClient();
  const form = useRecordForm({ fields: table.fields, initial: record.fields });
  const remove = useRemove(table.key);
  const save = useWrite({
    run: (fields: Record<string, unknown>, key) =>
      api.patch<TableRecord>(
        `/records/${record.id}`,
        { fields: sendable(table.fields, fields) },
        { key, version: record.version },
      ),
    refresh: [
      ["records", table.key],
      ["record", record.id, "history"],
    ],
    onDone: (stored) => {
      client.setQueryData(["record", record.id], stored);
      message.success(t("saved"));
    },
    onRefused: form.refuse,
  });
  const submit = () => {
    const changed = form.changed();
    if (Object.keys(changed).length === 0) message.info(t("unchanged"));
    else save.mutate(changed);
  };
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
      footer={
        <>
          {may("records.update") && (
            <Button type="primary" loading={save.isPending} disabled={form.busy || !form.touched} onClick={submit}>
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
                await remove(record);
                onClose();
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
        items={[
          { key: "content", label: t("content"), children: <RecordForm form={form} table={table.key} /> },
          { key: "history", label: t("history"), children: <History table={table} id={record.id} /> },
        ]}
      />
    </SidePanel>
  );
}

function useRemove(table: string) {
  const client = useQueryClient();
  return async (record: TableRecord) => {
    await api.remove(`/records/${record.id}`, { version: record.version });
    await client.invalidateQueries({ queryKey: ["records", table] });
  };
}
