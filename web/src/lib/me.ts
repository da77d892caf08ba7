import { queryOptions, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { api } from "@/lib/api";
import { asProblem } from "@/lib/problem";

/** How people, units, nodes and the like are always answered. */
export interface Ref {
  id: string;
  code: string;
  name: string;
}

/** What the server decides by and a screen may hide by. */
export type Permission =
  | "tenant.write"
  | "people.read"
  | "people.write"
  | "roles.write"
  | "tokens.write"
  | "model.read"
  | "model.write"
  | "records.read"
  | "records.create"
  | "records.update"
  | "records.delete"
  | "records.import"
  | "nodes.write"
  | "expectations.read"
  | "expectations.waive"
  | "objects.read"
  | "objects.write"
  | "events.write"
  | "metrics.read"
  | "embed.tickets";

/** Who is signed in, in which company, with which rights. */
export interface Me {
  account: { id: string; login: string; name: string; locale?: string | null };
  tenant: {
    id: string;
    name: string;
    zone: string;
    locale: string;
    /** `ended`: after its trial, when it can only read. */
    state: "permanent" | "trial" | "ended";
    trialUntil?: string;
    /** Whom to ask for more time. */
    contact?: string;
  };
  person: (Ref & { unit?: Ref | null }) | null;
  roles: string[];
  permissions: Permission[];
  scope: { all: boolean; unitCount: number };
}

/** null = nobody is signed in. */
export const meQuery = queryOptions<Me | null>({
  queryKey: ["me"],
  queryFn: async ({ signal }) => {
    try {
      return await api.get<Me>("/me", {}, signal);
    } catch (thrown) {
      if (asProblem(thrown).status === 401) return null;
      throw thrown;
    }
  },
  staleTime: 60_000,
});

/** Only below the sign-in guard, where somebody is signed in. */
export function useMe(): Me {
  const now = useQuery(meQuery).data;
  // At the moment of signing out a page may be drawn once more before the guard takes it away.
  const last = useRef(now);
  if (now) last.current = now;
  const me = now ?? last.current;
  if (!me) throw new Error("useMe outside the signed-in part");
  return me;
}

/** `const may = useMay(); may("people.write")`: for hiding what would be refused anyway; the server decides. */
export function useMay() {
  const me = useQuery(meQuery).data;
  return (permission: Permission) => me?.permissions.includes(permission) ?? false;
}
