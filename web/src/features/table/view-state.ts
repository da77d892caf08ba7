import { useCallback, useState } from "react";
import type { DataTable, Field } from "@/lib/tables";
import { isKnown } from "@/ui/field/kinds";

export type Density = 32 | 36 | 48;

/** How one person looks at one table: kept in this browser. */
export interface Look {
  order: string[];
  hidden: string[];
  widths: Record<string, number>;
  frozen: number;
  density: Density;
}

const fresh: Look = { order: [], hidden: [], widths: {}, frozen: 1, density: 36 };
const name = (table: string) => `huoji.look.${table}`;

function read(table: string): Look {
  try {
    return { ...fresh, ...(JSON.parse(localStorage.getItem(name(table)) ?? "{}") as Partial<Look>) };
  } catch {
    return fresh;
  }
}

export function useLook(table: string) {
  const [look, setLook] = useState(() => read(table));
  const change = useCallback(
    (part: Partial<Look>) =>
      setLook((before) => {
        const next = { ...before, ...part };
        try {
          localStorage.setItem(name(table), JSON.stringify(next));
        } catch {
          // Then it lasts as long as the page.
        }
        return next;
      }),
    [table],
  );
  return [look, change] as const;
}

/** The fields in the person's order; new ones at the end. */
export function orderedFields(table: DataTable, order: string[]): Field[] {
  const place = (field: Field) => {
    const found = order.indexOf(field.key);
    return found < 0 ? order.length : found;
  };
  return table.fields.filter((field) => isKnown(field.type)).sort((a, b) => place(a) - place(b));
}

export const shownFields = (table: DataTable, look: Look) =>
  orderedFields(table, look.order).filter((field) => !look.hidden.includes(field.key));
