import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { api } from "@/lib/api";
import { asProblem } from "@/lib/problem";
import type { TableRecord } from "@/lib/records";
import type { DataTable } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import { sendable } from "@/ui/field/kinds";
import { useRecordForm } from "@/ui/field/record-form";
import { useProblemText } from "@/ui/states";
import { useUndoOffer } from "@/ui/undo-offer";
import { recordTexts } from "./record-texts";
import { tableTexts } from "./table-texts";

/** A record's form and how it is saved: only what was changed, against the version that was read. */
export function useRecordSaving(table: DataTable, record: TableRecord) {
  const t = tableTexts.use();
  const { message } = App.useApp();
  const client = useQueryClient();
  const form = useRecordForm({ fields: table.fields, initial: record.fields });
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
  return { form, submit, isPending: save.isPending };
}

/** Puts a record into the bin and offers to take it out again; true when it went. */
export function useRemoval(table: string) {
  const t = recordTexts.use();
  const client = useQueryClient();
  const text = useProblemText();
  const { message } = App.useApp();
  const offer = useUndoOffer();
  const refresh = (id: string) =>
    Promise.all(
      [["records", table], ["record", id], ["dashboards"]].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  const restore = async (id: string) => {
    try {
      await api.post(`/records/${id}:restore`);
      await refresh(id);
      message.success(t("restored"));
    } catch (thrown) {
      message.error(text(asProblem(thrown)));
      throw thrown;
    }
  };
  return async (record: TableRecord): Promise<boolean> => {
    try {
      await api.remove(`/records/${record.id}`, { version: record.version });
    } catch (thrown) {
      message.error(text(asProblem(thrown)));
      return false;
    }
    client.removeQueries({ queryKey: ["record", record.id] });
    await client.invalidateQueries({ queryKey: ["records", table] });
    offer(`removed-${record.id}`, t("deletedN", { n: 1 }), () => restore(record.id));
    return true;
  };
}
