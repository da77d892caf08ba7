import { type InfiniteData, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, type Page } from "@/lib/api";
import type { Filter } from "@/lib/filter";
import type { Ref } from "@/lib/me";
import type { TableRecord } from "@/lib/records";

export interface RecordQuestion {
  table: string;
  filter?: Filter | undefined;
  sort?: string | undefined;
  deleted?: boolean;
}

export type RecordPages = InfiniteData<Page<TableRecord>, string | undefined>;

/** The rows of a grid, 100 at a time by cursor. */
export const recordsQuery = ({ table, filter, sort, deleted }: RecordQuestion) =>
  infiniteQueryOptions({
    queryKey: ["records", table, { filter, sort, deleted }],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<TableRecord>>(
        `/tables/${table}/records`,
        { filter, sort, deleted, limit: 100, cursor: pageParam, total: pageParam === undefined },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** How many records of a table the viewer may see; counted anew each time, as deletions are decided by it. */
export const recordCountQuery = (table: string) =>
  queryOptions({
    queryKey: ["records", table, "count"],
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (await api.get<Page<TableRecord>>(`/tables/${table}/records`, { limit: 1, total: true }, signal)).total ?? 0,
  });

export const recordQuery = (id: string) =>
  queryOptions({
    queryKey: ["record", id],
    queryFn: ({ signal }) => api.get<TableRecord>(`/records/${id}`, {}, signal),
    // A newer version makes a new form: it must not come by itself while somebody is writing in this one.
    refetchOnWindowFocus: false,
  });

/** A record of the recycle bin; only for those who may delete. */
export const deletedRecordQuery = (id: string) =>
  queryOptions({
    queryKey: ["record", id, "deleted"],
    queryFn: ({ signal }) => api.get<TableRecord>(`/records/${id}`, { deleted: true }, signal),
  });

export interface HistoryEntry {
  version: number;
  at: string;
  actor: Ref | null;
  act: "created" | "updated" | "deleted" | "restored";
  source: string;
  changes: { field: string; name: string; from?: unknown; to?: unknown }[];
  /** The version whose values it brought back. */
  revertsTo?: number;
}

/** The versions of a record, newest first. */
export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["record", id, "history"],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<HistoryEntry>>(`/records/${id}/history`, { limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    // Somebody else may have changed it meanwhile.
    staleTime: 0,
  });
