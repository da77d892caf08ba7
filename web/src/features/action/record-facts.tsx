import { useState } from "react";
import { useDates } from "@/lib/dates";
import type { Expectation } from "@/lib/expectations";
import { type DataTable, fieldOf } from "@/lib/tables";
import { Chip } from "@/ui/chip";
import { kindOf } from "@/ui/field/kinds";
import type { useRecordForm } from "@/ui/field/record-form";
import { actionTexts } from "./action-texts";
import styles from "./phone.module.css";

/** What is known already: whom or what it is about, and when, which may be changed. */
export function RecordFacts({
  form,
  table,
  expectation,
}: {
  form: ReturnType<typeof useRecordForm>;
  table: DataTable;
  expectation: Expectation | undefined;
}) {
  const t = actionTexts.use();
  const { weekday, time } = useDates();
  const [changing, setChanging] = useState(false);
  const when = fieldOf(table, "occurredAt");
  if (!when) return null;
  const at = form.values[when.key];
  const Editor = kindOf("dateTime").Editor;
  const late = expectation && Date.parse(expectation.due) < Date.now();
  const wrong = form.problems.at[when.key] ?? [];
  return (
    <dl className={styles.facts}>
      {expectation?.object && (
        <div>
          <dt>{t("object")}</dt>
          <dd>{expectation.object.name}</dd>
        </div>
      )}
      <div>
        <dt>{t("time")}</dt>
        <dd>
          {changing || wrong.length > 0 ? (
            <Editor
              field={when}
              value={at}
              onChange={(value) => form.set(when.key, value)}
              look="phone"
              label={t("time")}
            />
          ) : (
            <>
              {typeof at === "string" && `${weekday(at)} ${time(at)}`} {late && <Chip>{t("late")}</Chip>}
            </>
          )}
          {wrong.map((problem) => (
            <p key={problem.message} role="alert" className={styles.wrong}>
              {problem.message}
            </p>
          ))}
        </dd>
        <dd>
          <button type="button" onClick={() => setChanging(!changing)}>
            {t(changing ? "doneChange" : "change")}
          </button>
        </dd>
      </div>
    </dl>
  );
}
