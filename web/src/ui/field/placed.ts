import type { FieldProblem, Problem } from "@/lib/problem";

/** A refusal sorted out: what stands at a field of the form, and what has no field there. */
export interface Placed {
  at: Record<string, FieldProblem[]>;
  rest: FieldProblem[];
}

/** `fields.budget`, `budget` and `fields.evidence[2].url` all belong to a field by its key. */
export function placed(problem: Problem, keys: string[]): Placed {
  const at: Record<string, FieldProblem[]> = {};
  const rest: FieldProblem[] = [];
  for (const error of problem.errors) {
    const key = error.field?.replace(/^fields[./]/, "").match(/^[^.[/]+/)?.[0] ?? "";
    if (keys.includes(key)) at[key] = [...(at[key] ?? []), error];
    else rest.push(error);
  }
  return { at, rest };
}
