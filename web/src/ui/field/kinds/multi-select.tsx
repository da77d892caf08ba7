import { Select } from "antd";
import { ListChecks } from "lucide-react";
import { Chip } from "@/ui/chip";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { OptionSettings } from "@/ui/field/option-editor";
import { optionChip, optionOf } from "@/ui/field/options";

const keysOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function Editor({ field, value, onChange, id, label, invalid, describedBy, autoFocus, look }: EditorProps) {
  const t = fieldTexts.use();
  const keys = keysOf(value);
  const options = field.config.options ?? [];
  if (look === "phone" && options.length <= 8)
    return (
      <fieldset className={styles.chips} aria-label={label ?? field.name} id={id}>
        {options.map((option) => (
          <button
            key={option.key}
            type="button"
            aria-pressed={keys.includes(option.key)}
            className={styles.chip}
            onClick={() =>
              onChange(keys.includes(option.key) ? keys.filter((key) => key !== option.key) : [...keys, option.key])
            }
          >
            {option.label}
          </button>
        ))}
      </fieldset>
    );
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      aria-describedby={describedBy}
      mode="multiple"
      value={keys}
      onChange={(next: string[]) => onChange(next)}
      options={options.map((option) => ({ value: option.key, label: option.label }))}
      showSearch={{ optionFilterProp: "label" }}
      maxTagCount={look === "cell" ? "responsive" : 20}
      placeholder={look === "cell" ? "" : t("choose")}
      {...(invalid ? { status: "error" as const } : {})}
      autoFocus={autoFocus ?? false}
      {...(autoFocus ? { defaultOpen: true } : {})}
      variant={look === "cell" ? "borderless" : "outlined"}
      style={{ width: "100%" }}
    />
  );
}

export const kind: FieldKind = {
  key: "multiSelect",
  group: "choice",
  order: 11,
  icon: ListChecks,
  label: "multiSelect",
  hint: "multiSelectHint",
  search: "duoxuan dx multi select biaoqian",
  Picture: () => (
    <span className={styles.tints} aria-hidden="true">
      <i data-tint="1" />
      <i data-tint="2" />
      <i data-tint="4" />
    </span>
  ),
  Editor,
  Cell: ({ field, value }) => (
    <span className={styles.cellChips}>
      {keysOf(value).map((key) => (
        <Chip key={key} look={optionChip(field, key)}>
          {optionOf(field, key)?.label ?? key}
        </Chip>
      ))}
    </span>
  ),
  Config: OptionSettings,
  defaults: (t) => ({
    options: [
      { key: "option-1", label: t("optionA") },
      { key: "option-2", label: t("optionB") },
    ],
  }),
  operators: ["contains", "in", "notIn", "isEmpty", "isNotEmpty"],
  width: 180,
  write: (value, field) =>
    keysOf(value)
      .map((key) => optionOf(field, key)?.label ?? key)
      .join(", "),
  read: (text, field) => {
    const names = text
      .split(/[,，、;]/)
      .map((name) => name.trim())
      .filter(Boolean);
    const keys = names.map(
      (name) => field.config.options?.find((option) => option.label === name || option.key === name)?.key,
    );
    return keys.includes(undefined) ? undefined : keys;
  },
};
