import type { Ref } from "@/lib/me";
import type { DataTable } from "@/lib/tables";

/** What a new record starts with: me, my unit, now, and the fields' own defaults. */
export function initialValues(
  table: DataTable,
  person: (Ref & { unit?: Ref | null }) | null,
  given: Record<string, unknown> = {},
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of table.fields) {
    const standard = field.config.default;
    if (standard !== undefined && standard !== null) values[field.key] = meant(standard, field.type, person);
    else if (field.role === "subject" && person)
      values[field.key] = { id: person.id, code: person.code, name: person.name };
    else if (field.role === "unit" && person?.unit) values[field.key] = person.unit;
    else if (field.role === "occurredAt") values[field.key] = now();
    if (field.role && given[field.role] !== undefined) values[field.key] = given[field.role];
  }
  return values;
}

/** Three words stand for what is known only when a record is made. */
function meant(standard: unknown, type: string, person: Ref | null) {
  if (standard === "now" && type === "dateTime") return now();
  if (standard === "today" && type === "date")
    return new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  if (standard === "me" && type === "person")
    return person ? { id: person.id, code: person.code, name: person.name } : null;
  return standard;
}

/** To the millisecond: an action asked for in this minute must not seem to lie before the asking. */
export const now = () => new Date().toISOString();
