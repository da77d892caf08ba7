import { App } from "antd";
import { api } from "@/lib/api";
import type { TableRecord } from "@/lib/records";
import type { DataTable } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import { useProblemText } from "@/ui/states";
import { useUndoOffer } from "@/ui/undo-offer";
import { fieldTexts } from "./field-texts";
import { sendable } from "./kinds";
import type { useRecordForm } from "./record-form";

const REFRESH = [["todo"], ["records"]];

/** Sends what stands in the form as a new record, says so, and offers to undo it. */
export function useSubmission(table: DataTable, form: ReturnType<typeof useRecordForm>, onSent: () => void) {
  const t = fieldTexts.use();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const offer = useUndoOffer();
  const withdraw = useWrite({
    run: (record: TableRecord, key) => api.post(`/records/${record.id}:withdraw`, undefined, { key }),
    refresh: REFRESH,
    onDone: () => message.info(t("undone")),
    onRefused: (problem) => message.error(problemText(problem)),
  });
  return useWrite({
    run: (fields: Record<string, unknown>, key) =>
      api.post<TableRecord>(
        `/tables/${table.key}/records`,
        { fields: sendable(table.fields, present(fields)) },
        { key },
      ),
    refresh: REFRESH,
    onDone: (record) => {
      form.done();
      onSent();
      // The server lets it be undone for a minute; the offer stands shorter, so it is never refused for its age.
      offer(record.id, `${t("submitted")}${record.late ? ` · ${t("late")}` : ""}`, () => withdraw.mutateAsync(record));
    },
    onRefused: form.refuse,
  });
}

const present = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  );
