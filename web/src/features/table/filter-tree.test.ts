import type { Filter } from "@/lib/filter";
import { added, asked, at, countOf, replaced, toggled } from "./filter-tree";

const a: Filter = { field: "a", op: "eq", value: "1" };
const b: Filter = { field: "b", op: "isEmpty" };
const half: Filter = { field: "c", op: "eq" };

it("adds conditions and nested groups where they belong", () => {
  let tree = added(undefined, [], a);
  tree = added(tree, [], { or: [] });
  tree = added(tree, [1], b);
  expect(tree).toEqual({ and: [a, { or: [b] }] });
  expect(at(tree, [1, 0])).toBe(b);
});

it("replaces, removes and turns and into or without touching the rest", () => {
  const tree: Filter = { and: [a, { or: [b, half] }] };
  expect(replaced(tree, [1, 1], undefined)).toEqual({ and: [a, { or: [b] }] });
  expect(toggled(tree, [1], "and")).toEqual({ and: [a, { and: [b, half] }] });
  expect(tree).toEqual({ and: [a, { or: [b, half] }] });
});

it("asks only what is whole and drops empty groups", () => {
  expect(asked({ and: [half, { or: [] }] })).toBeUndefined();
  expect(asked({ and: [a, { or: [half, b] }] })).toEqual({ and: [a, b] });
  expect(asked({ and: [{ field: "d", op: "between", value: ["1", null] }] })).toBeUndefined();
  expect(asked({ field: "d", op: "between", value: ["1", "2"] })).toEqual({
    field: "d",
    op: "between",
    value: ["1", "2"],
  });
});

it("writes every value of a list as the API takes it and never sends one that an operator does not take", () => {
  const send = (_: string, value: unknown) => `id-${value}`;
  expect(asked({ field: "u", op: "in", value: ["x", "y"] }, send)).toMatchObject({ value: ["id-x", "id-y"] });
  expect(asked({ field: "p", op: "isMe", value: "left over" }, send)).toEqual({ field: "p", op: "isMe" });
});

it("counts conditions, not groups", () => {
  expect(countOf({ and: [a, { or: [b, half] }, { and: [] }] })).toBe(3);
  expect(countOf(undefined)).toBe(0);
});
