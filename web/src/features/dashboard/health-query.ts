import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api";
import type { Filter } from "@/lib/filter";
import type { Ref } from "@/lib/me";
import type { TableRecord } from "@/lib/records";
import type { Rate } from "@/ui/figure";

/** Where exactly the rows behind a figure are: a list and the condition that the figure was counted with. */
export interface Drill {
  path: string;
  filter: Filter;
}

/** A cell of a metric answer, with what lies behind it. */
export interface Cell extends Rate {
  keys: { unit?: Ref; node?: { id: string; key: string; name: string }; person?: Ref; period?: string };
  done?: number;
  late?: number;
  missed?: number;
  exempt?: number;
  unplanned?: number;
  levels?: Partial<Record<Band, number>>;
  notDone?: number;
  threshold?: number | null;
  drill?: Drill | Drill[] | null;
  /** The rows of each part of a quality bar. */
  drills?: Partial<Record<Band | "MISSED", Drill | Drill[]>>;
}

export type Band = "MET" | "IMPROVE" | "SUPPORT";

export interface MetricAnswer {
  items: Cell[];
  trend?: Cell[];
  total?: Cell;
  asOf?: string;
  threshold?: number | null;
  definition?: { metric: string; version: number | string; text: string };
}

type FigureKey = "completion" | "evidence" | "quality" | "proven";

export interface Due {
  open: number;
  overdue: number;
  missed: number;
  drill?: Partial<Record<"open" | "overdue" | "missed", Drill>>;
}

/** What the board 动作健康度 shows for one unit and period. */
export interface Health {
  period: string;
  grain: "week" | "month";
  unit: Ref | null;
  asOf: string;
  running: boolean;
  widgets: {
    completion?: MetricAnswer;
    quality?: MetricAnswer;
    evidence?: MetricAnswer;
    due?: Due;
    latest?: { items: TableRecord[] };
    figures?: Partial<Record<FigureKey, Cell>>;
  };
}

export interface Question {
  grain: "week" | "month";
  /** Absent: the newest one that has something to see. */
  period?: string | undefined;
  unit?: string | undefined;
}

export const healthQuery = (question: Question) =>
  queryOptions({
    queryKey: ["dashboards", "health", question],
    queryFn: ({ signal }) => api.get<Health>("/dashboards/health/data", { ...question }, signal),
    staleTime: 5_000,
  });

export const drillsOf = (drill: Cell["drill"]): Drill[] => (!drill ? [] : Array.isArray(drill) ? drill : [drill]);
