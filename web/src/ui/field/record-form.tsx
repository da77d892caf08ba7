import { Button } from "antd";
import { CircleAlert, Lock } from "lucide-react";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import type { EvidenceNeed } from "@/lib/expectations";
import type { Problem } from "@/lib/problem";
import type { Field } from "@/lib/tables";
import styles from "@/ui/field/field.module.css";
import { fieldTexts } from "@/ui/field/field-texts";
import { isKnown, kindOf } from "@/ui/field/kinds";
import { type Placed, placed } from "@/ui/field/placed";
import { drafts } from "@/ui/field/record-draft";
import { useFieldRules } from "@/ui/field/use-field-rules";
import { useProblemText } from "@/ui/states";

const none: Placed = { at: {}, rest: [] };

interface Options {
  fields: Field[];
  initial: Record<string, unknown>;
  /** Where the draft is kept; no draft without it. */
  draft?: string | undefined;
}

/** The values of a record being written, with what the server refused and a draft that survives closing the page. */
export function useRecordForm({ fields, initial, draft }: Options) {
  const found = useRef(draft ? drafts.read(draft) : undefined);
  const [values, setValues] = useState<Record<string, unknown>>(() => ({ ...initial, ...found.current }));
  const [fromDraft, setFromDraft] = useState(found.current !== undefined);
  const [problems, setProblems] = useState<Placed>(none);
  const [refusal, setRefusal] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (draft && touched) drafts.keep(draft, values);
  }, [draft, touched, values]);
  return {
    fields,
    initial,
    values,
    problems,
    refusal,
    busy,
    setBusy,
    touched,
    fromDraft,
    set: useCallback((key: string, value: unknown) => {
      setTouched(true);
      setValues((before) => ({ ...before, [key]: value }));
      setProblems(({ at, rest }) => ({ at: { ...at, [key]: [] }, rest }));
    }, []),
    refuse: (problem: Problem) => {
      setRefusal(problem);
      setProblems(
        placed(
          problem,
          fields.map((field) => field.key),
        ),
      );
    },
    /** Only what differs from the start, for a change of an existing record. */
    changed: () =>
      Object.fromEntries(
        Object.entries(values).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(initial[key])),
      ),
    done: () => {
      if (draft) drafts.drop(draft);
      setTouched(false);
      setProblems(none);
      setRefusal(undefined);
    },
    discard: () => {
      if (draft) drafts.drop(draft);
      setValues(initial);
      setFromDraft(false);
      setTouched(false);
    },
  };
}

export type RecordFormState = ReturnType<typeof useRecordForm>;

interface Props {
  form: RecordFormState;
  table: string;
  look?: "form" | "phone";
  /** Fields in this order; all when left out. */
  shown?: Field[];
  needs?: EvidenceNeed[] | undefined;
}

/** One editor for each field, its problems below it. The same on the desktop's drawer and on the phone. */
export function RecordForm({ form, table, look = "form", shown, needs }: Props) {
  const t = fieldTexts.use();
  const first = useRef<HTMLDivElement>(null);
  const rules = useFieldRules(form);
  const fields = (shown ?? form.fields).filter((field) => isKnown(field.type) && rules.isVisible(field));
  const firstWrong = fields.find((field) => (form.problems.at[field.key]?.length ?? 0) > 0)?.key;
  useEffect(() => {
    if (!form.refusal) return;
    first.current?.scrollIntoView({ block: "center" });
    first.current?.querySelector<HTMLElement>("input, textarea, button, [tabindex]")?.focus({ preventScroll: true });
  }, [form.refusal]);
  return (
    <div className={look === "phone" ? styles.phoneForm : styles.form}>
      {form.fromDraft && (
        <p className={styles.draft}>
          {t("draftFound")}
          <span className="sp" />
          <Button type="link" size="small" onClick={form.discard}>
            {t("discardDraft")}
          </Button>
        </p>
      )}
      {fields.map((field) => (
        <div key={field.key} ref={field.key === firstWrong ? first : null}>
          {rules.isReadOnly(field) ? (
            <ReadOnlyRow field={field} value={form.values[field.key]} />
          ) : (
            <FieldRow
              form={form}
              field={field}
              required={rules.isRequired(field)}
              table={table}
              look={look}
              needs={needs}
            />
          )}
        </div>
      ))}
      <RestProblems form={form} />
    </div>
  );
}

/** A value that its rule keeps as it is. */
function ReadOnlyRow({ field, value }: { field: Field; value: unknown }) {
  const t = fieldTexts.use();
  const { Cell } = kindOf(field.type);
  return (
    <div className={styles.formRow}>
      <span className={styles.label}>
        {field.name}
        <small className="c2 t12"> {t("readOnlyNow")}</small>
      </span>
      <div className={styles.readOnly}>
        <Lock size={14} aria-hidden="true" />
        <Cell field={field} value={value} />
      </div>
    </div>
  );
}

function FieldRow({
  form,
  field,
  required,
  table,
  look,
  needs,
}: Required<Pick<Props, "form" | "table" | "look">> & {
  field: Field;
  required: boolean;
  needs: EvidenceNeed[] | undefined;
}) {
  const t = fieldTexts.use();
  const id = useId();
  const kind = kindOf(field.type);
  const problems = form.problems.at[field.key] ?? [];
  const help = typeof field.config.help === "string" ? field.config.help : "";
  const described = problems.length > 0 || help ? `${id}-more` : undefined;
  return (
    <div className={styles.formRow}>
      <label className={styles.label} htmlFor={id} id={`${id}-label`}>
        {field.name}
        {!required && !(look === "phone" && (field.role === "quality" || field.role === "evidence")) && (
          <small className="c2 t12"> {t("optional")}</small>
        )}
      </label>
      <kind.Editor
        field={required === field.required ? field : { ...field, required }}
        value={form.values[field.key]}
        onChange={(value) => form.set(field.key, value)}
        id={id}
        label={field.name}
        invalid={problems.length > 0}
        describedBy={described}
        look={look}
        table={table}
        needs={field.role === "evidence" ? needs : undefined}
        onBusy={form.setBusy}
      />
      {described && (
        <div id={described}>
          {problems.map((problem) => (
            <p key={problem.message} className={styles.error} role="alert">
              <CircleAlert size={14} aria-hidden="true" />
              {problem.message}
            </p>
          ))}
          {help && problems.length === 0 && <p className="t12 c2">{help}</p>}
        </div>
      )}
    </div>
  );
}

/** What no field of the form could carry, and one sentence when the whole was not taken. */
function RestProblems({ form }: { form: RecordFormState }) {
  const t = fieldTexts.use();
  const text = useProblemText();
  if (!form.refusal) return null;
  const missing = form.fields.filter((field) =>
    form.problems.at[field.key]?.some((problem) => ["required", "missing"].includes(problem.code)),
  );
  const placedSome = Object.values(form.problems.at).some((problems) => problems.length > 0);
  const saysWhole = !placedSome && form.problems.rest.length === 0;
  if (saysWhole ? form.refusal.errors.length > 0 : missing.length < 2 && form.problems.rest.length === 0) return null;
  return (
    <div className={styles.error} role="alert">
      <CircleAlert size={14} aria-hidden="true" />
      <div>
        {missing.length > 1 && <p>{t("missingAll", { names: missing.map((field) => field.name).join(t("comma")) })}</p>}
        {form.problems.rest.map((problem) => (
          <p key={problem.message}>{problem.message}</p>
        ))}
        {saysWhole && <p>{text(form.refusal)}</p>}
      </div>
    </div>
  );
}
