import { expect, test } from "vitest";
import { labelOf, partsOf, tokensOf, wordsOf } from "./mention-text";

const zhang = { id: "11111111-1111-7111-8111-111111111111", code: "zhang", name: "张三" };
const long = { id: "22222222-2222-7222-8222-222222222222", code: "zhang-feng", name: "张三丰" };
const other = { id: "33333333-3333-7333-8333-333333333333", code: "zhang-2", name: "张三" };

test("a stored text falls into words and people", () => {
  const text = `@[${zhang.id}] 看一下\n再问 @[${long.id}]`;
  expect(partsOf(text, [zhang, long]).map((part) => ("text" in part ? part.text : part.person.name))).toEqual([
    "张三",
    " 看一下\n再问 ",
    "张三丰",
  ]);
  expect(wordsOf(text, [zhang, long])).toBe("@张三 看一下\n再问 @张三丰");
});

test("a mention of somebody who is gone stays as it was written", () => {
  expect(wordsOf(`@[${zhang.id}] 好`, [])).toBe(`@[${zhang.id}] 好`);
});

test("what is written goes back to the same text, also when one name begins like another", () => {
  const text = `@[${long.id}]和@[${zhang.id}]`;
  const chosen = new Map([zhang, long].map((person) => [labelOf(person, [zhang, long]), person]));
  expect(tokensOf(wordsOf(text, [zhang, long]), chosen)).toBe(text);
});

test("two of the same name are told apart by their codes", () => {
  const both = [zhang, other];
  expect(both.map((person) => labelOf(person, both))).toEqual(["张三(zhang)", "张三(zhang-2)"]);
});
