import type { Field } from "@/lib/tables";

export const optionOf = (field: Field, key: unknown) => field.config.options?.find((option) => option.key === key);

/** The tint of an option: by its place, so that neighbours differ. */
export function optionChip(field: Field, key: string): 1 | 2 | 3 | 4 | 5 {
  const place = field.config.options?.findIndex((option) => option.key === key) ?? 0;
  return ((Math.max(0, place) % 5) + 1) as 1 | 2 | 3 | 4 | 5;
}
