import type { TableRecord } from "@/lib/records";
import type { Field } from "@/lib/tables";
import { kindOf } from "@/ui/field/kinds";

/** A spreadsheet's clipboard as rows of cells; quoted cells may hold tabs and line breaks. */
export function parseCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let index = 0; index < source.length; index++) {
    const sign = source[index];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source[index + 1] === '"') cell += source[++index];
      else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t" || sign === "\n") {
      rows.at(-1)?.push(cell);
      cell = "";
      if (sign === "\n") rows.push([]);
    } else cell += sign;
  }
  rows.at(-1)?.push(cell);
  return rows;
}

export const writeCells = (rows: string[][]) =>
  rows
    .map((row) => row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join("\t"))
    .join("\n");

export interface Pasted {
  changes: { record: TableRecord; fields: Record<string, unknown> }[];
  /** Rows below the last one: new records. */
  created: Record<string, unknown>[];
  /** Texts that their field could not understand. */
  odd: { field: Field; text: string }[];
  cells: number;
}

interface Place {
  row: number;
  column: number;
}

/** What a paste at a place would change. One copied cell fills the whole range. Nothing is changed by an odd text. */
export function planPaste(
  cells: string[][],
  place: Place,
  rows: TableRecord[],
  columns: (Field | undefined)[],
  range?: { rows: number; columns: number },
): Pasted {
  const plan: Pasted = { changes: [], created: [], odd: [], cells: 0 };
  const single = cells.length === 1 && cells[0]?.length === 1;
  const block =
    single && range
      ? Array.from({ length: range.rows }, () => Array.from({ length: range.columns }, () => cells[0]?.[0] ?? ""))
      : cells;
  block.forEach((line, down) => {
    const fields: Record<string, unknown> = {};
    line.forEach((text, right) => {
      const field = columns[place.column + right];
      const read = field && kindOf(field.type).read;
      if (!field || !read) return;
      const value = read(text, field);
      if (value === undefined) plan.odd.push({ field, text });
      else fields[field.key] = value;
    });
    const count = Object.keys(fields).length;
    if (count === 0) return;
    plan.cells += count;
    const record = rows[place.row + down];
    if (record) plan.changes.push({ record, fields });
    else plan.created.push(fields);
  });
  return plan;
}
