import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api";
import type { Permission, Ref } from "@/lib/me";

/** Where somebody belonged over [from, to); null = since ever, until further notice. */
export interface Membership {
  unit: Ref;
  from: string | null;
  to: string | null;
}

/** A role that somebody holds, at a unit or (without) at their own. */
export interface Grant {
  role: string;
  unit?: Ref | null;
}

export interface Person extends Ref {
  email: string | null;
  mobile: string | null;
  manager: Ref | null;
  unit: Ref | null;
  memberships: Membership[];
  roles: Grant[];
  active: boolean;
  /** Whether somebody can sign in as this person. */
  account: boolean;
  version: number;
}

export const scopes = ["own", "reports", "unit", "unitAndBelow", "listed", "all"] as const;
export type Scope = (typeof scopes)[number];

export interface Role {
  id: string;
  key: string;
  name: string;
  class: "knowledge" | "service";
  scope: Scope;
  listedUnits: string[];
  permissions: Permission[];
  builtIn: boolean;
}

export const rolesQuery = queryOptions({
  queryKey: ["roles"],
  queryFn: ({ signal }) => api.all<Role>("/roles", {}, signal),
});

export const personQuery = (code: string) =>
  queryOptions({
    queryKey: ["people", "one", code],
    queryFn: ({ signal }) => api.get<Person>(`/people/${encodeURIComponent(code)}`, {}, signal),
  });

/** The rights, grouped by what they are about. */
export const permissionGroups = [
  {
    label: "groupRecords",
    permissions: ["records.read", "records.create", "records.update", "records.delete", "records.import"],
  },
  { label: "groupFigures", permissions: ["expectations.read", "expectations.waive", "metrics.read"] },
  { label: "groupModel", permissions: ["model.read", "model.write", "nodes.write"] },
  { label: "groupPeople", permissions: ["people.read", "people.write", "roles.write", "tenant.write", "tokens.write"] },
  { label: "groupIntegration", permissions: ["objects.read", "objects.write", "events.write", "embed.tickets"] },
] as const satisfies { label: string; permissions: Permission[] }[];

/** The kinds of units that have a name in the interface; any other key may be used as well. */
export const unitKinds = ["company", "region", "city", "campus", "department", "team", "store"] as const;

export const codePattern = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

export const scopeLabel = {
  own: "scopeOwn",
  reports: "scopeReports",
  unit: "scopeUnit",
  unitAndBelow: "scopeUnitAndBelow",
  listed: "scopeListed",
  all: "scopeAll",
} as const;
