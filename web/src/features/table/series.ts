import { api } from "@/lib/api";
import { asProblem } from "@/lib/problem";

/** One record of many and what is to be done to it. */
export interface SeriesItem {
  id: string;
  version?: number | undefined;
  fields?: Record<string, unknown>;
}

export interface Refusal {
  id: string;
  status: number;
  reasons: string[];
}

/** What became of all: those that were done with their new versions, those that were not with the reasons. */
export interface SeriesResult {
  done: { id: string; version: number }[];
  refused: Refusal[];
  /** Not tried any more: somebody stopped it, or the server could not be reached. */
  left: number;
}

interface Answer {
  items: { id: string; status: number; version?: number; errors?: { message: string }[] }[];
}

export const MOST = 5000;
const PACK = 200;

const acts = {
  change: (table: string, items: SeriesItem[]) => api.patch<Answer>(`/tables/${table}/records:batch`, { items }),
  delete: (table: string, items: SeriesItem[]) => api.post<Answer>(`/tables/${table}/records:delete`, { items }),
  restore: (table: string, items: SeriesItem[]) => api.post<Answer>(`/tables/${table}/records:restore`, { items }),
};

interface Options {
  onProgress?: ((done: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Does the same to many records, some at a time, so that it shows how far it is and can be stopped in between. */
export async function series(
  act: keyof typeof acts,
  table: string,
  items: SeriesItem[],
  { onProgress, signal }: Options = {},
): Promise<SeriesResult> {
  const result: SeriesResult = { done: [], refused: [], left: 0 };
  for (let from = 0; from < items.length; from += PACK) {
    const pack = items.slice(from, from + PACK);
    if (signal?.aborted) return { ...result, left: items.length - from };
    try {
      for (const item of (await acts[act](table, pack)).items)
        if (item.status < 400) result.done.push({ id: item.id, version: item.version ?? 0 });
        else
          result.refused.push({
            id: item.id,
            status: item.status,
            reasons: (item.errors ?? []).map(({ message }) => message),
          });
    } catch (thrown) {
      const problem = asProblem(thrown);
      const reasons = problem.errors.length > 0 ? problem.errors.map((error) => error.message) : [problem.message];
      result.refused.push(...pack.map(({ id }) => ({ id, status: problem.status, reasons })));
      return { ...result, left: items.length - from - pack.length };
    }
    onProgress?.(Math.min(from + PACK, items.length));
  }
  return result;
}
