import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api";
import type { Ref } from "@/lib/me";

/** A place in the organisation; the tree hangs together by `parent`. */
export interface Unit extends Ref {
  kind: string;
  parent: Ref | null;
  position?: number;
  /** How many people stand directly in it today. */
  people?: number;
}

/** All units that the viewer may know of. */
export const unitsQuery = queryOptions({
  queryKey: ["units"],
  queryFn: ({ signal }) => api.all<Unit>("/units", {}, signal),
  staleTime: 60_000,
});

export interface UnitNode extends Unit {
  children: UnitNode[];
}

/** The tree; a unit whose parent is out of sight stands at the top. */
export function unitTree(units: Unit[]): UnitNode[] {
  const nodes = new Map(units.map((unit) => [unit.id, { ...unit, children: [] as UnitNode[] }]));
  const roots: UnitNode[] = [];
  for (const node of nodes.values()) (nodes.get(node.parent?.id ?? "")?.children ?? roots).push(node);
  return roots;
}
