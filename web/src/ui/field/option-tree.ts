import type { Option } from "@/lib/tables";

/** Longest path that the server takes. */
const deepest = 5;

/** One line for each branch end, steps parted by a slash: 河北 / 石家庄. Archived ones are left out. */
export function linesOf(options: Option[] = [], above: string[] = []): string[] {
  return options
    .filter((option) => !option.archived)
    .flatMap((option) => {
      const path = [...above, option.label];
      const below = linesOf(option.children, path);
      return below.length > 0 ? below : [path.join(" / ")];
    });
}

/** The tree of such lines; a tab parts as well, as from a spreadsheet. What is called the same in `before` keeps its key. */
export function treeOf(lines: string[], before: Option[] = []): Option[] {
  const paths = lines
    .map((line) =>
      line
        .split(/[/／\t]/)
        .map((step) => step.trim())
        .filter(Boolean)
        .slice(0, deepest),
    )
    .filter((path) => path.length > 0);
  return level(paths, before);
}

function level(paths: string[][], before: Option[]): Option[] {
  const groups = new Map<string, string[][]>();
  for (const [label = "", ...rest] of paths) {
    const below = groups.get(label) ?? [];
    if (rest.length > 0) below.push(rest);
    groups.set(label, below);
  }
  const taken = new Set(before.map((option) => option.key));
  return [...groups].map(([label, below]) => {
    const known = before.find((option) => option.label === label && !option.archived);
    const children = level(below, known?.children ?? []);
    return { key: known?.key ?? fresh(taken), label, ...(children.length > 0 ? { children } : {}) };
  });
}

function fresh(taken: Set<string>) {
  let number = taken.size + 1;
  while (taken.has(`option-${number}`)) number++;
  taken.add(`option-${number}`);
  return `option-${number}`;
}

/** The labels along a path of keys; a key that is gone stands for itself. */
export function labelsOf(options: Option[] = [], path: string[]): string[] {
  const [first, ...rest] = path;
  if (first === undefined) return [];
  const option = options.find((one) => one.key === first);
  return [option?.label ?? first, ...labelsOf(option?.children, rest)];
}

/** The keys along a path of labels or keys; undefined when it leads nowhere. */
export function keysOf(options: Option[] = [], labels: string[]): string[] | undefined {
  const [first, ...rest] = labels;
  if (first === undefined) return [];
  const option = options.find((one) => one.label === first || one.key === first);
  if (!option) return undefined;
  const below = keysOf(option.children, rest);
  return below && [option.key, ...below];
}
