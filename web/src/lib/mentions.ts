import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, type Page } from "@/lib/api";
import type { Ref } from "@/lib/me";
import { useMay } from "@/lib/me";
import type { TableRecord } from "@/lib/records";

/** What somebody said about a record; in its text a mention is `@[id]`. */
export interface RecordComment {
  id: string;
  record: string;
  author: Ref | null;
  text: string;
  mentions: Ref[];
  createdAt: string;
  editedAt?: string;
}

/** A comment in which I am named. */
export interface Mention {
  comment: RecordComment;
  record: TableRecord;
  readAt: string | null;
}

const unreadQuery = queryOptions({
  queryKey: ["mentions", "unread"],
  queryFn: async ({ signal }) =>
    (await api.get<Page<Mention>>("/mentions", { unread: true, limit: 1, total: true }, signal)).total ?? 0,
  refetchInterval: 60_000,
  refetchOnWindowFocus: "always",
});

/** How many mentions of me I have not read; looked up again each minute and when the window is used again. */
export function useUnread(): number {
  const may = useMay();
  return useQuery({ ...unreadQuery, enabled: may("records.read") }).data ?? 0;
}
