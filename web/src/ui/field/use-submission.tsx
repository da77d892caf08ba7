import { App, Button } from "antd";
import { api } from "@/lib/api";
import type { TableRecord } from "@/lib/records";
import type { DataTable } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import { useProblemText } from "@/ui/states";
import { fieldTexts } from "./field-texts";
import { sendable } from "./kinds";
import type { useRecordForm } from "./record-form";

const REFRESH = [["todo"], ["records"]];
/** The server lets a submission be undone for a minute; the offer stands shorter, so it is never refused for its age. */
const OFFER_SECONDS = 10;

/** Sends what stands in the form as a new record, says so, and offers to undo it. */
export function useSubmission(table: DataTable, form: ReturnType<typeof useRecordForm>, onSent: () => void) {
  const t = fieldTexts.use();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const withdraw = useWrite({
    run: (record: TableRecord, key) => api.post(`/records/${record.id}:withdraw`, undefined, { key }),
    refresh: REFRESH,
    onDone: (_, record) => {
      message.destroy(record.id);
      message.info(t("undone"));
    },
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
      message.open({
        key: record.id,
        type: "success",
        duration: OFFER_SECONDS,
        content: (
          <span>
            {t("submitted")}
            {record.late && ` · ${t("late")}`}
            <Button type="link" size="small" onClick={() => withdraw.mutate(record)}>
              {t("undo")}
            </Button>
          </span>
        ),
      });
    },
    onRefused: form.refuse,
  });
}

const present = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  );
