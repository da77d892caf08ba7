import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api";

/** A level of a quality field; metrics and colours count its band. */
export interface Level {
  key: string;
  label: string;
  color?: string;
  band: "MET" | "IMPROVE" | "SUPPORT";
}

export interface Option {
  key: string;
  label: string;
  color?: string;
  /** Taken out of the list; stored values keep their label. */
  archived?: boolean;
  /** Of a cascader: what can be chosen below it. */
  children?: Option[];
}

/** What a field was told: limits, options, levels; each type reads its own part. */
export interface FieldConfig {
  options?: Option[];
  levels?: Level[];
  min?: number | string;
  max?: number | string;
  maxLength?: number;
  minLength?: number;
  scale?: number;
  unique?: boolean;
  default?: unknown;
  help?: string;
  currency?: string;
  objectType?: string;
  [more: string]: unknown;
}

export interface Field {
  id: string;
  key: string;
  name: string;
  type: string;
  role?: string | null;
  required: boolean;
  config: FieldConfig;
  position?: number;
}

export interface DataTable {
  id: string;
  key: string;
  name: string;
  description?: string;
  actionTable: boolean;
  fields: Field[];
  deletedAt?: string | null;
}

/** Every table that the viewer may know of, with its fields. */
export const tablesQuery = queryOptions({
  queryKey: ["tables"],
  queryFn: ({ signal }) => api.all<DataTable>("/tables", {}, signal),
  staleTime: 60_000,
});

export const tableQuery = (key: string) =>
  queryOptions({
    queryKey: ["tables", key],
    queryFn: ({ signal }) => api.get<DataTable>(`/tables/${key}`, {}, signal),
    staleTime: 60_000,
  });

export const fieldOf = (table: DataTable | undefined, role: string) =>
  table?.fields.find((field) => field.role === role);

/** The level that a quality value names. */
export const levelOf = (field: Field | undefined, key: unknown) =>
  field?.config.levels?.find((level) => level.key === key);
