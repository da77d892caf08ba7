import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api";
import type { EvidenceNeed, Expectation } from "@/lib/expectations";

export interface TodoNode {
  id: string;
  key: string;
  name: string;
  table: string;
  evidence?: EvidenceNeed[];
}

/** What a person has to do, this week first. */
export interface Todo {
  today: string;
  week: { day: string; open: number }[];
  lastWeek: { onTime: number; expected: number };
  items: Expectation[];
  nodes: TodoNode[];
}

export const todoQuery = queryOptions({
  queryKey: ["todo"],
  queryFn: ({ signal }) => api.get<Todo>("/todo", {}, signal),
  staleTime: 10_000,
});
