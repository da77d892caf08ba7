import { Button, Modal, Progress, Select } from "antd";
import { X } from "lucide-react";
import { useState } from "react";
import type { TableRecord } from "@/lib/records";
import type { DataTable } from "@/lib/tables";
import { isKnown, kindOf, sendable } from "@/ui/field/kinds";
import styles from "./record.module.css";
import { recordTexts } from "./record-texts";
import { Refusals } from "./refusals";
import type { SeriesResult } from "./series";
import { useSeries } from "./use-series";

interface Props {
  table: DataTable;
  records: TableRecord[];
  onClose: () => void;
}

/** Sets one or more fields of all chosen records; says how far it is, which were refused and why, and can be undone. */
export function BulkDialog({ table, records, onClose }: Props) {
  const t = recordTexts.use();
  const fields = table.fields.filter((field) => isKnown(field.type) && field.type !== "evidence");
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [result, setResult] = useState<SeriesResult>();
  const { run, offerUndo, progress, stop } = useSeries(table.key);
  const keys = Object.keys(values);
  const free = fields.filter((field) => !keys.includes(field.key));

  const start = async () => {
    const sent = sendable(table.fields, values);
    const ended = await run(
      "change",
      records.map(({ id, version }) => ({ id, version, fields: sent })),
    );
    const before = new Map(records.map((record) => [record.id, record]));
    // Whoever was like that already keeps its version: there is nothing to undo.
    const moved = ended.done.filter(({ id, version }) => before.get(id)?.version !== version);
    const back = moved.map(({ id, version }) => {
      const old = before.get(id)?.fields ?? {};
      const kept = Object.fromEntries(keys.map((key) => [key, old[key] ?? null]));
      return { id, version, fields: sendable(table.fields, kept) };
    });
    const same = ended.done.length - moved.length;
    const said = [t("bulkDone", { n: moved.length }), same > 0 ? t("bulkSame", { n: same }) : ""];
    if (moved.length > 0) offerUndo(said.filter(Boolean).join(" · "), "change", back);
    if (ended.refused.length > 0 || ended.left > 0) setResult(ended);
    else onClose();
  };

  return (
    <Modal
      open
      width={640}
      title={t("bulkTitle", { n: records.length })}
      onCancel={progress ? stop : onClose}
      mask={{ closable: false }}
      footer={
        result ? (
          <Button type="primary" onClick={onClose}>
            {t("close")}
          </Button>
        ) : progress ? (
          <Button onClick={stop}>{t("stop")}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button type="primary" disabled={keys.length === 0} onClick={start}>
              {t("bulkDo", { n: records.length })}
            </Button>
          </>
        )
      }
    >
      {result ? (
        <Refusals
          table={table}
          records={records}
          result={result}
          title={t("bulkRefused", { n: result.refused.length })}
        />
      ) : progress ? (
        <div role="status">
          <Progress percent={Math.round((progress.done / progress.all) * 100)} />
          <p className="c2">{t("working", { n: progress.done, all: progress.all })}</p>
        </div>
      ) : (
        <div className={styles.bulk}>
          <p className="c2">{t("bulkHint")}</p>
          {keys.map((key) => {
            const field = fields.find((one) => one.key === key);
            if (!field) return null;
            const Editor = kindOf(field.type).Editor;
            return (
              <div key={key} className={styles.bulkRow}>
                <span className="w5">{field.name}</span>
                <Editor
                  field={field}
                  table={table.key}
                  label={field.name}
                  value={values[key]}
                  onChange={(value) => setValues({ ...values, [key]: value })}
                />
                <Button
                  type="text"
                  aria-label={t("dropField", { name: field.name })}
                  icon={<X size={14} />}
                  onClick={() => setValues(Object.fromEntries(Object.entries(values).filter(([one]) => one !== key)))}
                />
              </div>
            );
          })}
          {free.length > 0 && (
            <Select
              aria-label={t("addField")}
              placeholder={t("addField")}
              value={null}
              showSearch={{ optionFilterProp: "label" }}
              options={free.map((one) => ({ value: one.key, label: one.name }))}
              onChange={(key: string | null) => key && setValues({ ...values, [key]: null })}
            />
          )}
        </div>
      )}
    </Modal>
  );
}
