import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useDates } from "@/lib/dates";
import { meQuery } from "@/lib/me";
import { unitsQuery } from "@/lib/people";
import type { Field } from "@/lib/tables";
import { rulesFor, type Surroundings } from "@/ui/field/conditions";

interface Form {
  fields: Field[];
  values: Record<string, unknown>;
  initial: Record<string, unknown>;
}

const none = { isVisible: () => true, isRequired: (field: Field) => field.required, isReadOnly: () => false };

/** Which fields of a form are shown and required by what stands in it now, and read-only by what stood in it when it was opened. */
export function useFieldRules({ fields, values, initial }: Form) {
  const around = useSurroundings(fields);
  return useMemo(() => {
    if (!fields.some(isRuled)) return none;
    const before = rulesFor(fields, initial, around);
    return { ...rulesFor(fields, values, around), isReadOnly: before.isReadOnly };
  }, [fields, values, initial, around]);
}

const isRuled = ({ config }: Field) => Boolean(config.visibleWhen || config.requiredWhen || config.readOnlyWhen);

function useSurroundings(fields: Field[]): Surroundings {
  const asksUnits = fields.some(({ config }) =>
    JSON.stringify([config.visibleWhen, config.requiredWhen, config.readOnlyWhen]).includes("inOrBelow"),
  );
  const units = useQuery({ ...unitsQuery, enabled: asksUnits }).data;
  const person = useQuery({ ...meQuery, enabled: false }).data?.person;
  const { iso } = useDates();
  return useMemo(() => {
    const below = (name: string) => {
      const found = new Set<string>();
      const add = (unit: { id: string; code: string }) => {
        found.add(unit.id).add(unit.code);
        for (const child of units ?? []) if (child.parent?.id === unit.id) add(child);
      };
      for (const unit of units ?? []) if (unit.id === name || unit.code === name) add(unit);
      return found;
    };
    return {
      me: person ? [person.id, person.code] : [],
      below,
      today: iso(new Date()),
      dayOf: iso,
    };
  }, [units, person, iso]);
}
