import type { FieldKind, KindModule } from "@/ui/field/field-kind";

const modules = import.meta.glob<KindModule>("./kinds/*.tsx", { eager: true });

/** Every field type that can be made now, in the order of the picker. */
export const fieldKinds: FieldKind[] = Object.values(modules)
  .map((module) => module.kind)
  .sort((a, b) => a.order - b.order);

const byKey = new Map(fieldKinds.map((kind) => [kind.key, kind]));

/** The kind of a type; a type that this web does not know yet is shown as text and can't be edited. */
export const kindOf = (type: string): FieldKind => byKey.get(type) ?? (byKey.get("text") as FieldKind);
export const isKnown = (type: string) => byKey.has(type);

/** A record's values as the API takes them. */
export function sendable(fields: { key: string; type: string }[], values: Record<string, unknown>) {
  const types = new Map(fields.map((field) => [field.key, field.type]));
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const send = kindOf(types.get(key) ?? "text").send;
      return [key, value === undefined || value === "" ? null : value !== null && send ? send(value) : value];
    }),
  );
}
