import type { TableRecord } from "@/lib/records";
import type { HistoryEntry } from "./record-queries";

/** A field that holds something else now than at an earlier version. */
export interface Difference {
  field: string;
  now: unknown;
  past: unknown;
}

/**
 * What going back to `version` would change: the oldest of the newer changes of each field tells what it held then. `entries` are
 * all versions down to that one, newest first.
 */
export function differences(entries: HistoryEntry[], version: number, record: TableRecord): Difference[] {
  const past = new Map<string, unknown>();
  for (const entry of entries)
    if (entry.version > version) for (const change of entry.changes) past.set(change.field, change.from ?? null);
  return [...past]
    .map(([field, value]) => ({ field, now: record.fields[field] ?? null, past: value }))
    .filter((one) => JSON.stringify(one.now) !== JSON.stringify(one.past));
}
