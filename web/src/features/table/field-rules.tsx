import { Switch } from "antd";
import type { Filter } from "@/lib/filter";
import type { Field, FieldConfig } from "@/lib/tables";
import { kindOf } from "@/ui/field/kinds";
import { FilterBuilder } from "./filter-builder";
import { asked } from "./filter-tree";
import styles from "./table.module.css";
import { tableTexts } from "./table-texts";

const rules = ["visibleWhen", "requiredWhen", "readOnlyWhen"] as const;

interface Props {
  table: string;
  /** The other fields, whose values decide. */
  fields: Field[];
  config: FieldConfig;
  /** Whoever is always there can't be hidden. */
  alwaysShown: boolean;
  onChange: (config: FieldConfig) => void;
}

/** When a field is shown, must be filled in and may be changed: each off, or a condition about other fields. */
export function FieldRules({ table, fields, config, alwaysShown, onChange }: Props) {
  const t = tableTexts.use();
  if (fields.length === 0) return null;
  return (
    <fieldset className={styles.rules}>
      <legend className="t12 c2">{t("rules")}</legend>
      {rules
        .filter((rule) => rule !== "visibleWhen" || !alwaysShown)
        .map((rule) => (
          <div key={rule}>
            <div className={styles.switchRow}>
              <Switch
                checked={config[rule] !== undefined}
                onChange={(on) => onChange({ ...config, [rule]: on ? first(fields) : undefined })}
                aria-label={t(rule)}
              />
              <span>{t(rule)}</span>
            </div>
            {config[rule] !== undefined && (
              <FilterBuilder
                table={table}
                fields={fields}
                value={config[rule] as Filter}
                onChange={(condition) => onChange({ ...config, [rule]: condition })}
              />
            )}
          </div>
        ))}
    </fieldset>
  );
}

function first([field]: Field[]): Filter {
  return { and: [{ field: field?.key ?? "", op: kindOf(field?.type ?? "text").operators[0] ?? "isNotEmpty" }] };
}

/** The rules without conditions that nobody finished; a reference keeps its name, so that the rule can be read again. */
export const finishedRules = (config: FieldConfig): FieldConfig =>
  Object.fromEntries(
    Object.entries(config).map(([key, value]) =>
      (rules as readonly string[]).includes(key) ? [key, asked(value as Filter | undefined)] : [key, value],
    ),
  );
