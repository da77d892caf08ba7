/** One comparison of a condition tree; `value` is left out by operators such as isEmpty. */
export interface Condition {
  field: string;
  op: string;
  value?: unknown;
}

/** The condition tree that lists, views, boards and drills share. */
export type Filter = { and: Filter[] } | { or: Filter[] } | Condition;

export const isAll = (filter: Filter): filter is { and: Filter[] } => "and" in filter;
export const isAny = (filter: Filter): filter is { or: Filter[] } => "or" in filter;

/** All of them; nothing for none, flat where it can be. */
export function allOf(...filters: (Filter | null | undefined)[]): Filter | undefined {
  const parts = filters.flatMap((filter) => (!filter ? [] : isAll(filter) ? filter.and : [filter]));
  return parts.length === 0 ? undefined : parts.length === 1 ? parts[0] : { and: parts };
}
