import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api";
import type { EvidenceNeed } from "@/lib/expectations";
import type { Ref } from "@/lib/me";

export interface RoleRef {
  id: string;
  key: string;
  name: string;
}

export type Assignee =
  | { kind: "role"; role: RoleRef; unit?: Ref | null }
  | { kind: "unit"; unit: Ref }
  | { kind: "person"; person: Ref }
  | { kind: "eventActor" }
  | { kind: "objectOwner" };

export type Per = "day" | "week" | "month";

export type Trigger =
  | { kind: "cadence"; times: number; per: Per }
  | { kind: "event"; type: string; dueAfter: string }
  | { kind: "manual" };

/** One high-value action observed in a scene; belongs to one action table. */
export interface ActionNode {
  id: string;
  key: string;
  scene: string | null;
  name: string;
  why: string;
  table: string;
  assignee: Assignee;
  trigger: Trigger;
  grace?: string | null;
  dueSoon?: string | null;
  evidence: EvidenceNeed[];
  weight: number | string;
  validFrom?: string | null;
  validUntil?: string | null;
  version: number;
  position?: number;
  createdAt?: string;
}

export interface Scene {
  id: string;
  key: string;
  name: string;
  description: string;
  position: number;
  nodes: ActionNode[];
}

/** All nodes that the viewer may know of. */
export const nodesQuery = queryOptions({
  queryKey: ["nodes"],
  queryFn: ({ signal }) => api.all<ActionNode>("/nodes", {}, signal),
  staleTime: 60_000,
});

export const scenesQuery = queryOptions({
  queryKey: ["scenes"],
  queryFn: ({ signal }) => api.all<Scene>("/scenes", {}, signal),
  staleTime: 60_000,
});
