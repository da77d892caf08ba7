import type { Ref } from "@/lib/me";

/** A part of a comment: words, or a person who is named. */
export type Part = { key: string; text: string } | { key: string; person: Ref };

const TOKEN = /@\[([^[\]\s]{1,100})\]/g;

/** The stored text, in which a mention is `@[id]`, in its parts. Somebody who is gone stays as they were written. */
export function partsOf(text: string, mentions: Ref[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const found of text.matchAll(TOKEN)) {
    const person = mentions.find((one) => one.id === found[1]);
    if (!person) continue;
    if (found.index > from) parts.push({ key: `${from}`, text: text.slice(from, found.index) });
    parts.push({ key: `${found.index}`, person });
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push({ key: `${from}`, text: text.slice(from) });
  return parts;
}

/** As it stands in the editor: `@张三`. */
export const wordsOf = (text: string, mentions: Ref[]) =>
  partsOf(text, mentions)
    .map((part) => ("text" in part ? part.text : `@${labelOf(part.person, mentions)}`))
    .join("");

/** The name; with the code where another of them has the same. */
export const labelOf = (person: Ref, among: Ref[]) =>
  among.some((other) => other.name === person.name && other.id !== person.id)
    ? `${person.name}(${person.code})`
    : person.name;

/** What the editor holds, as it is sent: each chosen person's `@name` becomes `@[id]`, the longest names first. */
export function tokensOf(words: string, chosen: ReadonlyMap<string, Ref>): string {
  let text = words;
  for (const label of [...chosen.keys()].sort((a, b) => b.length - a.length)) {
    const person = chosen.get(label);
    if (person) text = text.split(`@${label}`).join(`@[${person.id}]`);
  }
  return text;
}
