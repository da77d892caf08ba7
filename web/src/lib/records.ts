import type { Ref } from "@/lib/me";
import { type DataTable, fieldOf } from "@/lib/tables";

/** One row of a data table, as the server answers it. */
export interface TableRecord {
  id: string;
  table: string;
  version: number;
  fields: Record<string, unknown>;
  occurredAt?: string | null;
  receivedAt?: string;
  effectiveAt?: string | null;
  late?: boolean;
  source?: string;
  externalId?: string | null;
  expectation?: { id: string; state: string; due: string } | null;
  unplanned?: boolean;
  confirmation?: string;
  createdAt?: string;
  createdBy?: Ref | null;
  updatedAt?: string;
  updatedBy?: Ref | null;
  deletedAt?: string | null;
  deletedBy?: Ref | null;
}

/** What a value with a name is answered as: person, unit, node, object. */
export interface Named {
  id: string;
  name: string;
  code?: string;
  key?: string;
  externalId?: string;
  type?: string;
}

export const isNamed = (value: unknown): value is Named =>
  typeof value === "object" && value !== null && "name" in value && "id" in value;

/** The value of the field that has this role. */
export function valueOfRole(record: TableRecord, table: DataTable | undefined, role: string): unknown {
  const field = fieldOf(table, role);
  return field ? record.fields[field.key] : undefined;
}
