import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api";

/** How much sample data there is. */
export interface Amount {
  records: number;
  people: number;
  units: number;
  objects: number;
}

/** An app that was installed from a template or a file. */
export interface InstalledApp {
  key: string;
  name: string;
  description: string;
  version: string;
  /** The newer version of its template, if there is one. */
  latest?: string | null;
  installedAt: string;
  updatedAt: string;
  tables: string[];
  sample: Amount;
}

export const appsQuery = queryOptions({
  queryKey: ["apps"],
  queryFn: ({ signal }) => api.all<InstalledApp>("/apps", {}, signal),
  staleTime: 60_000,
});

export const hasSample = ({ sample }: InstalledApp) =>
  sample.records + sample.people + sample.units + sample.objects > 0;

/** What is only there to try the product out is part of every list and figure. */
export const afterSample = [
  ["apps"],
  ["templates"],
  ["first-steps"],
  ["tables"],
  ["records"],
  ["views"],
  ["scenes"],
  ["nodes"],
  ["units"],
  ["people"],
  ["roles"],
  ["dashboards"],
  ["todo"],
  ["expectations"],
  ["object-types"],
  ["event-types"],
];
