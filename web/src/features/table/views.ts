import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api";
import type { Filter } from "@/lib/filter";
import type { DataTable } from "@/lib/tables";
import { type Density, fresh, type Look, orderedFields } from "./view-state";

interface Config {
  filter?: Filter | null;
  sort?: string | null;
  columns?: { field: string; width?: number; hidden?: boolean }[];
  density?: Density;
}

export interface View {
  key: string;
  name: string;
  /** For everybody, or only for its maker. */
  shared: boolean;
  config: Config;
}

/** What is set on the page now. */
export interface Setting {
  filter: Filter | undefined;
  sort: string;
  look: Look;
}

export const viewsPath = (table: string) => `/tables/${table}/views`;

export const viewsQuery = (table: string) =>
  queryOptions({
    queryKey: ["views", table],
    queryFn: ({ signal }) => api.all<View>(viewsPath(table), {}, signal),
    staleTime: 60_000,
  });

/** The look that a view gives. */
export function lookOf({ config }: View): Partial<Look> {
  const columns = config.columns ?? [];
  return {
    order: columns.map((column) => column.field),
    hidden: columns.filter((column) => column.hidden).map((column) => column.field),
    widths: Object.fromEntries(columns.flatMap(({ field, width }) => (width ? [[field, width]] : []))),
    ...(config.density ? { density: config.density } : {}),
  };
}

/** What is kept of a setting: every column in its place. */
export function configOf(table: DataTable, { filter, sort, look }: Setting): Config {
  const columns = orderedFields(table, look.order).map(({ key }) => ({
    field: key,
    ...(look.widths[key] ? { width: look.widths[key] } : {}),
    hidden: look.hidden.includes(key),
  }));
  return { filter: filter ?? null, sort, columns, density: look.density };
}

/** Does the page show something else than the view, or, without one, than the table as it is? */
export function isChanged(table: DataTable, now: Setting, view: View | undefined): boolean {
  const saved: Setting = {
    filter: view?.config.filter ?? undefined,
    sort: view?.config.sort ?? "",
    look: { ...fresh, ...(view && lookOf(view)) },
  };
  return JSON.stringify(configOf(table, now)) !== JSON.stringify(configOf(table, saved));
}
