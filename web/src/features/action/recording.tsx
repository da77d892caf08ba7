import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { EvidenceNeed, Expectation } from "@/lib/expectations";
import { useMe } from "@/lib/me";
import type { ActionNode } from "@/lib/nodes";
import type { DataTable } from "@/lib/tables";
import { initialValues } from "@/ui/field/initial-values";
import { RecordForm, useRecordForm } from "@/ui/field/record-form";
import { useSubmission } from "@/ui/field/use-submission";
import { actionTexts } from "./action-texts";
import { useAutoSubmit } from "./auto-submit";
import styles from "./phone.module.css";
import { PhoneFrame } from "./phone-frame";
import { RecordFacts } from "./record-facts";

interface Props {
  node: ActionNode;
  table: DataTable;
  expectation: Expectation | undefined;
}

/** The form of one action, on its page of the phone. */
export function Recording({ node, table, expectation }: Props) {
  const t = actionTexts.use();
  const me = useMe();
  const go = useNavigate();
  const [more, setMore] = useState(false);
  const needs: EvidenceNeed[] = expectation?.evidence ?? node.evidence;
  const [initial] = useState(() =>
    initialValues(table, me.person, {
      node: { id: node.id, key: node.key, name: node.name },
      object: expectation?.object ?? undefined,
    }),
  );
  const form = useRecordForm({
    fields: table.fields,
    initial,
    draft: `${me.tenant.id}.${table.key}.${expectation?.id ?? node.key}`,
  });
  const submit = useSubmission(table, form, () => go("/todo", { replace: true }));
  const groups = grouped(table, expectation);
  useAutoSubmit({
    form,
    table,
    needs,
    ready: groups.open,
    submit: () => submit.mutate(form.values),
    idle: submit.isIdle,
  });
  return (
    <PhoneFrame
      title={node.name}
      foot={
        <Button
          type="primary"
          block
          className={styles.submit ?? ""}
          loading={submit.isPending}
          disabled={form.busy}
          onClick={() => submit.mutate(form.values)}
        >
          {form.busy ? t("uploading") : t("submit")}
        </Button>
      }
    >
      <RecordFacts form={form} table={table} expectation={expectation} />
      {form.refusal?.status === 0 && (
        <p className={styles.offline} role="alert">
          {t("offline")}
        </p>
      )}
      <RecordForm
        form={form}
        table={table.key}
        look="phone"
        shown={more ? [...groups.open, ...groups.folded] : groups.open}
        needs={needs}
      />
      {!more && groups.folded.length > 0 && (
        <button type="button" className={styles.more} onClick={() => setMore(true)}>
          {t("moreFields")}
        </button>
      )}
    </PhoneFrame>
  );
}

/** Quality and evidence first, then what must be filled; what is known already stands in the head, the rest is folded. */
function grouped(table: DataTable, expectation: Expectation | undefined) {
  const known = ["subject", "unit", "node", "occurredAt", "leadQuality", ...(expectation?.object ? ["object"] : [])];
  const rest = table.fields.filter((field) => !field.role || !known.includes(field.role));
  const first = ["quality", "evidence"].flatMap((role) => rest.filter((field) => field.role === role));
  const must = rest.filter((field) => (field.required || field.config.requiredWhen) && !first.includes(field));
  const note = rest.find((field) => field.type === "longText" && !must.includes(field));
  const open = [...first, ...must, ...(note ? [note] : [])];
  return { open, folded: rest.filter((field) => !open.includes(field)) };
}
