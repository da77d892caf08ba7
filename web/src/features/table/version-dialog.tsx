import { useQueryClient } from "@tanstack/react-query";
import { App, Modal } from "antd";
import { useState } from "react";
import { api } from "@/lib/api";
import type { Problem } from "@/lib/problem";
import type { TableRecord } from "@/lib/records";
import type { DataTable } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import { useProblemText } from "@/ui/states";
import { useUndoOffer } from "@/ui/undo-offer";
import { FieldValue } from "./field-value";
import styles from "./record.module.css";
import type { HistoryEntry } from "./record-queries";
import { recordTexts } from "./record-texts";
import { differences } from "./version";

interface Props {
  table: DataTable;
  record: TableRecord;
  entries: HistoryEntry[];
  version: number;
  onClose: () => void;
}

/** Shows what going back would change, before it is done; afterwards it can be undone. */
export function VersionDialog({ table, record, entries, version, onClose }: Props) {
  const t = recordTexts.use();
  const text = useProblemText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const offer = useUndoOffer();
  const [refused, setRefused] = useState<Problem>();
  const changes = differences(entries, version, record);
  const refresh = [["records", table.key], ["record", record.id, "history"], ["dashboards"]];
  const keep = (stored: TableRecord) => client.setQueryData(["record", record.id], stored);
  const undo = useWrite({
    run: (stored: TableRecord, key) =>
      api.post<TableRecord>(`/records/${record.id}/history/${record.version}:restore`, undefined, {
        key,
        version: stored.version,
      }),
    refresh,
    onDone: keep,
    onRefused: (problem) => message.error(text(problem)),
  });
  const revert = useWrite({
    run: (to: number, key) =>
      api.post<TableRecord>(`/records/${record.id}/history/${to}:restore`, undefined, { key, version: record.version }),
    refresh,
    onDone: (stored) => {
      keep(stored);
      onClose();
      offer(`revert-${record.id}`, t("reverted", { n: version }), () => undo.mutateAsync(stored));
    },
    onRefused: setRefused,
  });
  return (
    <Modal
      open
      title={t("revertTitle", { n: version })}
      okText={t("revertDo", { n: version })}
      cancelText={t("cancel")}
      okButtonProps={{ disabled: changes.length === 0, loading: revert.isPending }}
      onOk={() => revert.mutate(version)}
      onCancel={onClose}
    >
      {changes.length === 0 ? (
        <p className="c2">{t("sameAsNow")}</p>
      ) : (
        <>
          <p className="c2">{t("revertHint")}</p>
          <table className={styles.differences}>
            <thead>
              <tr>
                <th scope="col">{t("field")}</th>
                <th scope="col">{t("now")}</th>
                <th scope="col">{t("afterwards")}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((one) => (
                <tr key={one.field}>
                  <th scope="row">{table.fields.find((field) => field.key === one.field)?.name ?? one.field}</th>
                  <td>
                    <FieldValue table={table} field={one.field} value={one.now} />
                  </td>
                  <td>
                    <FieldValue table={table} field={one.field} value={one.past} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {refused && (
        <div role="alert" className={styles.refused}>
          {refused.errors.length > 0
            ? refused.errors.map((error) => <p key={error.field + error.code}>{error.message}</p>)
            : text(refused)}
        </div>
      )}
    </Modal>
  );
}
