import { expect, test } from "vitest";
import type { Filter } from "@/lib/filter";
import type { Field } from "@/lib/tables";
import { holds, rulesFor, type Surroundings } from "./conditions";

interface Told {
  units: { code: string; parent?: string }[];
  fields: Field[];
  cases: { values: Record<string, unknown>; if: Filter; holds: boolean }[];
}

/** The server judges the same cases (ConditionsTest). */
const [told] = Object.values(
  import.meta.glob<Told>("../../../../server/src/test/resources/conditions.json", { eager: true, import: "default" }),
) as [Told];

const around: Surroundings = {
  me: ["admin"],
  below: (unit) =>
    new Set(told.units.filter((one) => one.code === unit || one.parent === unit).map(({ code }) => code)),
  today: "2026-11-25",
  dayOf: (instant) => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date(instant)),
};

test.each(told.cases)("$values if $if: $holds", ({ values, if: condition, holds: expected }) => {
  expect(holds(condition, told.fields, values, around)).toBe(expected);
});

test("what is hidden counts as empty, and a circle is shown rather than asked for ever", () => {
  const field = (key: string, visibleWhen?: Filter): Field => ({
    id: key,
    key,
    name: key,
    type: "text",
    required: false,
    config: visibleWhen ? { visibleWhen } : {},
  });
  const filled = (name: string): Filter => ({ field: name, op: "isNotEmpty" });
  const a = field("a");
  const b = field("b", { field: "a", op: "eq", value: "x" });
  const c = field("c", filled("b"));
  const shown = (values: Record<string, unknown>, fields = [a, b, c]) =>
    fields.filter(rulesFor(fields, values, around).isVisible).map((one) => one.key);
  expect(shown({ a: "x", b: "1" })).toEqual(["a", "b", "c"]);
  expect(shown({ a: "y", b: "1" })).toEqual(["a"]);
  expect(shown({}, [field("d", filled("e")), field("e", filled("d"))]).length).toBeLessThan(3);
});
