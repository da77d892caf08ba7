import { type Condition, type Filter, isAll, isAny } from "@/lib/filter";

/** Where a part stands: the places to go down from the top. */
export type Path = number[];

export type Group = { kind: "and" | "or"; parts: Filter[] };

/** Any filter as a group, so that the builder always shows one; nothing gives an empty "and". */
export function asGroup(filter: Filter | undefined): Group {
  if (!filter) return { kind: "and", parts: [] };
  if (isAll(filter)) return { kind: "and", parts: filter.and };
  if (isAny(filter)) return { kind: "or", parts: filter.or };
  return { kind: "and", parts: [filter] };
}

const made = ({ kind, parts }: Group): Filter => (kind === "and" ? { and: parts } : { or: parts });

export const isGroup = (filter: Filter) => isAll(filter) || isAny(filter);

/** The tree with the part at `path` replaced; undefined takes it out. */
export function replaced(tree: Filter, path: Path, part: Filter | undefined): Filter {
  const [at, ...rest] = path;
  if (at === undefined) return part ?? { and: [] };
  const group = asGroup(tree);
  const parts = [...group.parts];
  if (rest.length === 0) parts.splice(at, 1, ...(part ? [part] : []));
  else parts[at] = replaced(parts[at] ?? { and: [] }, rest, part);
  return made({ ...group, parts });
}

export function added(tree: Filter | undefined, path: Path, part: Filter): Filter {
  const top: Filter = made(asGroup(tree));
  const group = asGroup(at(top, path));
  return replaced(top, path, made({ ...group, parts: [...group.parts, part] }));
}

export function at(tree: Filter, path: Path): Filter {
  return path.reduce<Filter>((found, index) => asGroup(found).parts[index] ?? { and: [] }, tree);
}

/** 全部满足 ↔ 任一满足 for the group at `path`. */
export function toggled(tree: Filter, path: Path, kind: Group["kind"]): Filter {
  return replaced(tree, path, made({ kind, parts: asGroup(at(tree, path)).parts }));
}

const alone = ["isEmpty", "isNotEmpty", "isMe", "thisWeek", "thisMonth", "lastWeek", "lastMonth"];
export const takesValue = (op: string) => !alone.includes(op);
export const takesList = (op: string) => op === "in" || op === "notIn";

/** A condition that can be asked; half-filled ones stay in the builder only. */
export function isWhole({ op, value }: Condition) {
  if (!takesValue(op)) return true;
  if (op === "between") return Array.isArray(value) && value.length === 2 && value.every((one) => !isBlank(one));
  if (takesList(op)) return Array.isArray(value) && value.length > 0;
  return !isBlank(value);
}

const isBlank = (value: unknown) => value === undefined || value === null || value === "";

/** Without half-filled conditions and empty groups; undefined when nothing is left. `send` writes values as the API takes them. */
export function asked(
  tree: Filter | undefined,
  send: (field: string, value: unknown) => unknown = (_, value) => value,
): Filter | undefined {
  if (!tree) return undefined;
  if (!isGroup(tree)) {
    const condition = tree as Condition;
    if (!condition.field || !isWhole(condition)) return undefined;
    if (!takesValue(condition.op)) return { field: condition.field, op: condition.op };
    const value = Array.isArray(condition.value)
      ? condition.value.map((one) => send(condition.field, one))
      : send(condition.field, condition.value);
    return { ...condition, value };
  }
  const { kind, parts } = asGroup(tree);
  const left = parts.map((part) => asked(part, send)).filter((part) => part !== undefined);
  if (left.length === 0) return undefined;
  return left.length === 1 ? left[0] : made({ kind, parts: left });
}

/** How many conditions it asks. */
export function countOf(tree: Filter | undefined): number {
  if (!tree) return 0;
  return isGroup(tree) ? asGroup(tree).parts.reduce((sum, part) => sum + countOf(part), 0) : 1;
}
