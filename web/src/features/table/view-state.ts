import { useCallback, useMemo, useState } from "react";
import type { DataTable, Field } from "@/lib/tables";
import { isKnown } from "@/ui/field/kinds";

export type Density = 32 | 36 | 48;

/** How one person looks at one table or view: kept in this browser. */
export interface Look {
  order: string[];
  hidden: string[];
  widths: Record<string, number>;
  frozen: number;
  density: Density;
}

export const fresh: Look = { order: [], hidden: [], widths: {}, frozen: 1, density: 36 };
const name = (table: string) => `huoji.look.${table}`;

function read(key: string): Partial<Look> {
  try {
    return JSON.parse(localStorage.getItem(name(key)) ?? "{}") as Partial<Look>;
  } catch {
    return {};
  }
}

/**
 * The look of one table, or of one of its views (`table/view`): what the view says, and over it what this person changed.
 *
 * @param base what the view says
 */
export function useLook(key: string, base: Partial<Look> | undefined) {
  const [own, setOwn] = useState<Record<string, Partial<Look>>>({});
  const mine = own[key];
  const look = useMemo(() => ({ ...fresh, ...base, ...(mine ?? read(key)) }), [key, base, mine]);
  const keep = useCallback((of: string, next: Partial<Look>) => {
    try {
      localStorage.setItem(name(of), JSON.stringify(next));
    } catch {
      // Then it lasts as long as the page.
    }
    return next;
  }, []);
  const change = useCallback(
    (part: Partial<Look>) =>
      setOwn((before) => ({ ...before, [key]: keep(key, { ...(before[key] ?? read(key)), ...part }) })),
    [key, keep],
  );
  /** Back to what the view says. */
  const forget = useCallback(() => setOwn((before) => ({ ...before, [key]: keep(key, {}) })), [key, keep]);
  return { look, change, forget };
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
