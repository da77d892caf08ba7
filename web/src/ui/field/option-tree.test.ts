import { expect, test } from "vitest";
import { keysOf, labelsOf, linesOf, treeOf } from "./option-tree";

const lines = ["河北 / 石家庄 / 长安", "河北 / 保定", "天津"];

test("lines become a tree and lines again", () => {
  expect(linesOf(treeOf(lines))).toEqual(lines);
  expect(treeOf(["河北\t石家庄", " 天津 ", "", "天津"])).toEqual([
    { key: "option-1", label: "河北", children: [{ key: "option-1", label: "石家庄" }] },
    { key: "option-2", label: "天津" },
  ]);
});

test("what is called the same keeps its key, whatever its place", () => {
  const before = treeOf(lines);
  const after = treeOf(["上海", "天津", "河北 / 保定"], before);
  expect(after.map((option) => option.key)).toEqual(["option-3", "option-2", "option-1"]);
  expect(after[2]?.children?.[0]?.key).toBe(before[0]?.children?.[1]?.key);
});

test("a path is read by labels or keys, and said by labels", () => {
  const tree = treeOf(lines);
  expect(keysOf(tree, ["河北", "保定"])).toEqual(["option-1", "option-2"]);
  expect(keysOf(tree, ["河北", "天津"])).toBeUndefined();
  expect(labelsOf(tree, ["option-1", "option-2"])).toEqual(["河北", "保定"]);
  expect(labelsOf(tree, ["option-1", "gone"])).toEqual(["河北", "gone"]);
});
