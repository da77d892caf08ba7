import type { Ref } from "@/lib/me";

export type ExpectationState = "open" | "dueSoon" | "done" | "doneLate" | "missed" | "exempt" | "cancelled";

export interface EvidenceNeed {
  kind: "photo" | "recording" | "document" | "link";
  min: number;
  mode: "expected" | "required";
}

/** A row of the ledger: this person should do this node by then. */
export interface Expectation {
  id: string;
  node: { id: string; key: string; name: string } | string;
  nodeName?: string;
  nodeVersion: number;
  subject: Ref;
  unit: Ref | null;
  object?: { id: string; type?: string; externalId?: string; name: string } | null;
  opens: string;
  due: string;
  closes?: string | null;
  countsOn: string;
  state: ExpectationState;
  record?: { id: string; table?: string } | string | null;
  evidence?: EvidenceNeed[];
  exempt?: { at: string; reason: string | null; by: Ref | null } | null;
}

export const nodeKeyOf = (expectation: Expectation) =>
  typeof expectation.node === "string" ? expectation.node : expectation.node.key;
export const nodeNameOf = (expectation: Expectation) =>
  expectation.nodeName ?? (typeof expectation.node === "string" ? expectation.node : expectation.node.name);

/** Past its due and not done, but an action can still close it. The ledger calls it missed from its due on. */
export const isOverdue = ({ state, closes }: Expectation, now = new Date().toISOString()) =>
  state === "missed" && (!closes || Date.parse(closes) > Date.parse(now));
