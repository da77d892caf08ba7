import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api";
import { language } from "@/lib/language";

export type PartList = "tables" | "fields" | "views" | "scenes" | "nodes" | "roles" | "objectTypes" | "eventTypes";

/** A built-in template, with the names of all it brings. */
export interface Template {
  key: string;
  collection: string;
  name: string;
  description: string;
  version: string;
  installed?: string | null;
  brings: Record<PartList, string[]>;
  sample: { weeks: number; people: number; units: number; objects: number };
}

export type PartState = "added" | "changed" | "unchanged" | "kept" | "shared" | "conflict" | "left";

export interface DiffItem {
  kind: PartList;
  key: string;
  localKey?: string | null;
  name: string;
  state: PartState;
  changed: string[];
  kept: string[];
}

/** What bringing a file in does or would do. */
export interface Diff {
  app: string;
  name: string;
  from?: string | null;
  to: string;
  preview: boolean;
  items: DiffItem[];
}

/** In the language of the screen: that is the one a template would be installed in. */
export const templatesQuery = () =>
  queryOptions({
    queryKey: ["templates", language.now()],
    queryFn: ({ signal }) => api.all<Template>("/templates", {}, signal),
    staleTime: 60_000,
  });

export const install = (key: string, sampleData: boolean, id: string, rename = false) =>
  api.post<Diff>(`/templates/${key}:install`, { sampleData }, { key: id, query: { rename } });

export const previewUpgrade = (key: string, rename: boolean) =>
  api.post<Diff>(`/templates/${key}:install`, {}, { query: { preview: true, rename } });

export const previewFile = (file: unknown, rename: boolean) =>
  api.post<Diff>("/apps:import", file, { query: { preview: true, rename } });

export const importFile = (file: unknown, rename: boolean, id: string) =>
  api.post<Diff>("/apps:import", file, { key: id, query: { rename } });

export interface ExportWish {
  name?: string;
  version?: string;
  description?: string;
  tables?: string[];
  samples?: boolean;
}

export const exportApp = (key: string, wish: ExportWish) => api.post<object>(`/apps/${key}:export`, wish);

/** Hands a file to the browser's downloads. */
export function download(name: string, content: object) {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
