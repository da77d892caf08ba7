import { useEffect, useRef } from "react";
import type { EvidenceNeed } from "@/lib/expectations";
import { type DataTable, type Field, fieldOf } from "@/lib/tables";
import { type EvidenceItem, itemsOf, stillMissing } from "@/ui/field/evidence";
import type { useRecordForm } from "@/ui/field/record-form";

interface AutoSubmit {
  form: ReturnType<typeof useRecordForm>;
  table: DataTable;
  needs: EvidenceNeed[];
  ready: Field[];
  submit: () => void;
  idle: boolean;
}

/** Third tap = saved: once the level is chosen and the last piece of evidence has arrived, nothing is left to ask. */
export function useAutoSubmit({ form, table, needs, ready, submit, idle }: AutoSubmit) {
  const evidence = fieldOf(table, "evidence");
  const items: EvidenceItem[] = itemsOf(evidence && form.values[evidence.key]);
  const before = useRef(items.length);
  const armed = useRef(false);
  const quality = fieldOf(table, "quality");
  const own = [quality?.key, evidence?.key];
  // Whoever writes more than that wants to press the button.
  const wrote = ready.some((field) => !own.includes(field.key) && Boolean(form.values[field.key]));
  const rated = !quality || Boolean(form.values[quality.key]);
  const filled = ready.every((field) => !field.required || form.values[field.key]);
  const complete = needs.length > 0 && stillMissing(items, needs).length === 0;
  const may = rated && filled && complete && !wrote && !form.busy && idle && !form.fromDraft;
  useEffect(() => {
    if (items.length > before.current) armed.current = true;
    before.current = items.length;
    if (!may || !armed.current) return;
    armed.current = false;
    submit();
  });
}
