import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api";
import type { FieldProblem } from "@/lib/problem";

/** An import or export, as the list shows it. */
export interface Transfer {
  id: string;
  kind: "import" | "export";
  target: Target;
  table?: string;
  /** What the table, or people or units, are called. */
  name: string;
  fileName: string;
  state: State;
  total: number;
  done: number;
  created: number;
  updated: number;
  unchanged: number;
  wrong: number;
  message?: FieldProblem;
  resultUrl?: string;
  createdAt: string;
  expiresAt: string;
}

export type Target = "table" | "people" | "units";
export type State = "draft" | "checking" | "checked" | "running" | "done" | "failed" | "cancelled";
export type Mode = "upsert" | "create" | "update";

/** A column of the file; `field` is what it fills. */
export interface Column {
  index: number;
  head: string;
  samples: string[];
  field: string | null;
}

export interface Field {
  key: string;
  name: string;
  type: string;
  required: boolean;
  /** Rows can find what they mean by it. */
  matches: boolean;
  /** Part of the thing itself, not only a way to find it. */
  proper: boolean;
}

export interface WrongRow {
  row: number;
  errors: { column: string | null; problem: FieldProblem }[];
}

/** One import with everything that its steps show. */
export interface Import {
  transfer: Transfer;
  format: string;
  sheets: string[];
  sheet: number;
  headerRow: number;
  columns: Column[];
  fields: Field[];
  match: string | null;
  mode: Mode;
  emptyClears: boolean;
  problems: WrongRow[];
}

export const isBusy = ({ state }: Pick<Transfer, "state">) => state === "checking" || state === "running";

/** Where to begin an import, and where its thing stands. */
export const importPath = ({ target, table }: { target: string; table?: string | undefined }) =>
  target === "table" ? `/tables/${table}/records:import` : `/${target}:import`;
export const templatePath = ({ target, table }: { target: string; table?: string | undefined }) =>
  target === "table" ? `/tables/${table}/records:template` : `/${target}:template`;
export const placeOf = ({ target, table }: Pick<Transfer, "target" | "table">) =>
  target === "table" ? `/tables/${table}` : "/organisation";
export const beginOf = ({ target, table }: Pick<Transfer, "target" | "table">) =>
  `/imports/new/${target}${table ? `/${table}` : ""}`;

/** Looked at again while the server works on it. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ["imports", id],
    queryFn: ({ signal }) => api.get<Import>(`/imports/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data.transfer) ? 700 : false),
  });

export const transfersQuery = queryOptions({
  queryKey: ["transfers"],
  queryFn: ({ signal }) => api.all<Transfer>("/transfers", {}, signal),
  refetchInterval: ({ state }) => (state.data?.some(isBusy) ? 1_500 : false),
});

/** A, B … Z, AA: how a spreadsheet names its columns. */
export function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
