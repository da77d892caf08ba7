import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Popconfirm, Popover, Select } from "antd";
import { useState } from "react";
import { api } from "@/lib/api";
import { asProblem } from "@/lib/problem";
import type { TableRecord } from "@/lib/records";
import type { DataTable } from "@/lib/tables";
import { isKnown, kindOf } from "@/ui/field/kinds";
import { useProblemText } from "@/ui/states";
import styles from "./table.module.css";
import { tableTexts } from "./table-texts";
import type { Edits } from "./use-edits";

interface Props {
  table: DataTable;
  records: TableRecord[];
  edits: Edits;
  mayDelete: boolean;
  onClear: () => void;
}

/** Stands in place of the toolbar while rows are chosen. */
export function BatchBar({ table, records, edits, mayDelete, onClear }: Props) {
  const t = tableTexts.use();
  const { message } = App.useApp();
  const text = useProblemText();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    let gone = 0;
    for (const record of records)
      try {
        await api.remove(`/records/${record.id}`, { version: record.version });
        gone++;
      } catch (thrown) {
        message.error(text(asProblem(thrown)));
        break;
      }
    setBusy(false);
    if (gone > 0) message.success(t("deleted"));
    onClear();
    await client.invalidateQueries({ queryKey: ["records", table.key] });
  };
  return (
    <div className={styles.toolbar}>
      <span className="w5">{t("selectedN", { n: records.length })}</span>
      <SetField table={table} records={records} edits={edits} />
      {mayDelete && (
        <Popconfirm
          title={t("deleteAsk", { n: records.length })}
          okText={t("deleteN", { n: records.length })}
          okButtonProps={{ danger: true }}
          onConfirm={remove}
        >
          <Button danger loading={busy}>
            {t("deleteN", { n: records.length })}
          </Button>
        </Popconfirm>
      )}
      <Button type="text" onClick={onClear}>
        {t("unselect")}
      </Button>
    </div>
  );
}

function SetField({ table, records, edits }: Pick<Props, "table" | "records" | "edits">) {
  const t = tableTexts.use();
  const fields = table.fields.filter((field) => isKnown(field.type) && field.type !== "evidence");
  const [open, setOpen] = useState(false);
  const [key, setKey] = useState(fields[0]?.key);
  const [value, setValue] = useState<unknown>(null);
  const field = fields.find((one) => one.key === key);
  const Editor = kindOf(field?.type ?? "text").Editor;
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className={styles.menu}>
          <Select
            aria-label={t("changeField")}
            value={key ?? null}
            options={fields.map((one) => ({ value: one.key, label: one.name }))}
            onChange={(next: string) => {
              setKey(next);
              setValue(null);
            }}
          />
          {field && <Editor field={field} table={table.key} label={field.name} value={value} onChange={setValue} />}
          <Button
            type="primary"
            onClick={async () => {
              setOpen(false);
              if (field) await edits.change(records.map((record) => ({ record, fields: { [field.key]: value } })));
            }}
          >
            {t("changeN", { n: records.length })}
          </Button>
        </div>
      }
    >
      <Button>{t("changeField")}</Button>
    </Popover>
  );
}
