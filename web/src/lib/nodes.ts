import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api";
import type { EvidenceNeed } from "@/lib/expectations";

export type Assignee =
  | { kind: "role"; role: string; unit?: string | null }
  | { kind: "unit"; unit: string }
  | { kind: "person"; person: string }
  | { kind: "eventActor" }
  | { kind: "objectOwner" };

export type Trigger =
  | { kind: "cadence"; times: number; per: "day" | "week" | "month" }
  | { kind: "event"; type: string; dueAfter: string }
  | { kind: "manual" };

/** One high-value action observed in a scene; belongs to one action table. */
export interface ActionNode {
  id: string;
  key: string;
  scene: string;
  name: string;
  why: string;
  table: string;
  assignee: Assignee;
  trigger: Trigger;
  grace?: string | null;
  dueSoon?: string | null;
  evidence: EvidenceNeed[];
  weight: number;
  validFrom?: string | null;
  validUntil?: string | null;
  version: number;
  position?: number;
}

/** All nodes that the viewer may know of. */
export const nodesQuery = queryOptions({
  queryKey: ["nodes"],
  queryFn: ({ signal }) => api.all<ActionNode>("/nodes", {}, signal),
  staleTime: 60_000,
});
