import { isNamed, type TableRecord } from "@/lib/records";
import { type DataTable, fieldOf } from "@/lib/tables";
import { kindOf } from "@/ui/field/kinds";

/** What a record is called: of an action who and what; else its first text, choice or name. */
export function titleOf(record: TableRecord, table: DataTable) {
  const first = fieldOf(table, "subject") ?? table.fields.find((field) => record.fields[field.key]);
  return (first && kindOf(first.type).write(nameOnly(record.fields[first.key]), first)) || table.name;
}

const nameOnly = (value: unknown) =>
  typeof value === "object" && value !== null && "name" in value ? { id: "", name: value.name } : value;

/** With the action beside the person, where a record stands alone: 张三 · 听课. */
export function longTitleOf(record: TableRecord, table: DataTable) {
  const node = fieldOf(table, "node");
  const value = node && record.fields[node.key];
  const title = titleOf(record, table);
  return isNamed(value) ? `${title} · ${value.name}` : title;
}
