import type { DataTable } from "@/lib/tables";
import { isKnown, kindOf } from "@/ui/field/kinds";
import { recordTexts } from "./record-texts";

/** A value as people read it, outside of a form: by its field's kind, or plainly when the field is gone. */
export function FieldValue({ table, field: key, value }: { table: DataTable; field: string; value: unknown }) {
  const t = recordTexts.use();
  const field = table.fields.find((one) => one.key === key);
  if (value === null || value === undefined || value === "") return <span className="c3">{t("empty")}</span>;
  if (!field || !isKnown(field.type)) return <>{typeof value === "object" ? JSON.stringify(value) : String(value)}</>;
  const Cell = kindOf(field.type).Cell;
  return <Cell field={field} value={value} />;
}
