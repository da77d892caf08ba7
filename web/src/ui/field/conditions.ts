import { type Condition, type Filter, isAll, isAny } from "@/lib/filter";
import type { Field } from "@/lib/tables";

/** What a condition may ask beside the record's own values. */
export interface Surroundings {
  /** The person who looks: id and code. */
  me: string[];
  /** Ids and codes of a unit, named by either, and of all below it. */
  below: (unit: string) => Set<string>;
  /** The local date, YYYY-MM-DD. */
  today: string;
  /** The local date of an instant. */
  dayOf: (instant: string) => string;
}

type Values = Record<string, unknown>;

/**
 * Whether a condition tree holds for the values of a form, as the server will judge them: both read the same cases. A test of a field
 * that is not there never holds.
 */
export function holds(filter: Filter, fields: Field[], values: Values, around: Surroundings): boolean {
  if (isAll(filter)) return filter.and.every((part) => holds(part, fields, values, around));
  if (isAny(filter)) return filter.or.some((part) => holds(part, fields, values, around));
  const field =
    fields.find((one) => one.key === filter.field) ?? fields.find((one) => one.role && one.role === filter.field);
  return field !== undefined && tested(field, values[field.key], filter, around);
}

function tested({ type }: Field, value: unknown, { op, value: operand }: Condition, around: Surroundings): boolean {
  if (isEmpty(value)) return ["isEmpty", "ne", "notIn"].includes(op);
  const order = (other: unknown) => compare(comparable(type, value), comparable(type, other));
  const isOne = (other: unknown) => (many.includes(type) ? has(value, other) : order(other) === 0);
  const list = Array.isArray(operand) ? operand : [];
  const text = () => String(comparable(type, value));
  switch (op) {
    case "isEmpty":
      return false;
    case "isNotEmpty":
      return true;
    case "eq":
      return order(operand) === 0;
    case "ne":
      return order(operand) !== 0;
    case "lt":
      return order(operand) < 0;
    case "le":
      return order(operand) <= 0;
    case "gt":
      return order(operand) > 0;
    case "ge":
      return order(operand) >= 0;
    case "between":
      return type === "dateRange" ? touches(value, list[0], list[1]) : order(list[0]) >= 0 && order(list[1]) <= 0;
    case "in":
      return list.some(isOne);
    case "notIn":
      return !list.some(isOne);
    case "contains":
      if (type === "dateRange") return touches(value, operand, operand);
      if (type === "evidence") return Array.isArray(value) && value.some((item) => item?.kind === operand);
      return many.includes(type)
        ? has(value, operand)
        : text()
            .toLowerCase()
            .includes(String(comparable(type, operand)).toLowerCase());
    case "startsWith":
      return text().startsWith(String(comparable(type, operand)));
    case "inOrBelow":
      return type === "cascader"
        ? text().startsWith(String(comparable(type, operand)))
        : isBelow(value, operand, around);
    case "isMe":
      return each(value).some((one) => around.me.some((me) => namesOf(one).includes(me)));
    case "thisWeek":
    case "lastWeek":
    case "thisMonth":
    case "lastMonth":
      return during(type === "date" ? String(value) : around.dayOf(String(value)), op, around.today);
    default:
      return false;
  }
}

const many = ["multiSelect", "persons", "units"];
const references = ["person", "unit", "node", "object", "role"];

function isEmpty(value: unknown) {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.length === 0;
}

/** A value as something that is equal, less or more than another of its type. */
function comparable(type: string, value: unknown): number | string | string[] {
  if (["integer", "decimal", "percent", "rating"].includes(type)) return Number(value);
  if (type === "money") return Number((value as { amount?: string })?.amount ?? value);
  if (type === "duration") return secondsOf(String(value));
  if (type === "dateTime") return Date.parse(String(value));
  if (references.includes(type)) return namesOf(value);
  if (type === "email") return String(value).trim().toLowerCase();
  if (type === "phone")
    return String(value)
      .replace(/\D/g, "")
      .replace(/^(00)?86/, "")
      .replace(/^0/, "");
  if (type === "cascader") return `${each(value).join("/")}/`;
  if (type === "dateRange") return rangeOf(value).join();
  return Array.isArray(value) ? value.join() : String(value).trim();
}

/** 0 when equal; NaN when one of them can't be understood, so that nothing holds. Names are equal when they share one. */
function compare(a: number | string | string[], b: number | string | string[]) {
  if (Array.isArray(a) && Array.isArray(b)) return a.some((name) => b.includes(name)) ? 0 : 1;
  if (typeof a === "number" && typeof b === "number") return Number.isNaN(a - b) ? Number.NaN : a - b;
  return a === b ? 0 : a < b ? -1 : 1;
}

function secondsOf(iso: string) {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso);
  if (!parts) return Number.NaN;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

const each = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** Everything that names a person, unit, node, object or role: the bare text, or the id, code, key and number of an answer. */
function namesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  const { id, code, key, externalId } = (value ?? {}) as Record<string, string | undefined>;
  return [id, code, key, externalId].filter((name): name is string => Boolean(name));
}

const has = (values: unknown, wanted: unknown) =>
  each(values).some((one) => namesOf(one).some((name) => namesOf(wanted).includes(name)));

const isBelow = (value: unknown, unit: unknown, around: Surroundings) =>
  namesOf(unit).some((name) => {
    const below = around.below(name);
    return each(value).some((one) => namesOf(one).some((own) => below.has(own)));
  });

const rangeOf = (value: unknown) => {
  const { from = "", to = "" } = (value ?? {}) as { from?: string; to?: string };
  return [from, to] as const;
};

function touches(range: unknown, from: unknown, to: unknown) {
  const [first, last] = rangeOf(range);
  return first <= String(to) && last >= String(from);
}

function during(day: string, op: string, today: string) {
  const now = new Date(`${today}T00:00:00Z`);
  const start = new Date(now);
  const end = new Date(now);
  const back = op.startsWith("last") ? 1 : 0;
  if (op.endsWith("Week")) {
    start.setUTCDate(now.getUTCDate() - ((now.getUTCDay() + 6) % 7) - 7 * back);
    end.setTime(start.getTime() + 7 * 86_400_000);
  } else {
    start.setUTCMonth(now.getUTCMonth() - back, 1);
    end.setTime(start.getTime());
    end.setUTCMonth(start.getUTCMonth() + 1, 1);
  }
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  return day >= iso(start) && day < iso(end);
}

/** The rules of a table's fields for one set of values. A hidden field counts as empty, as on the server. */
export function rulesFor(fields: Field[], values: Values, around: Surroundings) {
  const known = new Map<string, boolean>();
  const asking = new Set<string>();
  const seen = new Proxy(values, {
    get: (all, key: string) => {
      const field = fields.find((one) => one.key === key);
      return field && !isVisible(field) ? undefined : all[key];
    },
  });
  const judge = (condition: unknown) => holds(condition as Filter, fields, seen, around);
  const isVisible = (field: Field): boolean => {
    const before = known.get(field.key);
    if (before !== undefined) return before;
    if (!field.config.visibleWhen || asking.has(field.key)) return true;
    asking.add(field.key);
    const visible = judge(field.config.visibleWhen);
    known.set(field.key, visible);
    return visible;
  };
  return {
    isVisible,
    isRequired: (field: Field) =>
      field.required || (field.config.requiredWhen !== undefined && judge(field.config.requiredWhen)),
    isReadOnly: (field: Field) => field.config.readOnlyWhen !== undefined && judge(field.config.readOnlyWhen),
  };
}
