import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, type Page } from "@/lib/api";
import type { Ref } from "@/lib/me";
import type { Mention, RecordComment } from "@/lib/mentions";

/** What was said about a record, newest first; looked up again while it is on screen, so that a talk goes on by itself. */
export const commentsQuery = (record: string) =>
  infiniteQueryOptions({
    queryKey: ["record", record, "comments"],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<RecordComment>>(
        `/records/${record}/comments`,
        { limit: 30, cursor: pageParam, total: pageParam === undefined },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    refetchInterval: 20_000,
    refetchOnWindowFocus: "always",
  });

/** Those who may be named in a comment on it. */
export const readersQuery = (record: string, q: string) =>
  queryOptions({
    queryKey: ["record", record, "readers", q],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Ref>>(`/records/${record}/readers`, { q, limit: 20 }, signal)).items,
  });

export const mentionsQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ["mentions", "list", unread],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<Mention>>("/mentions", { unread, limit: 30, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    refetchOnWindowFocus: "always",
  });
