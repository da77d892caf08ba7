import { Select } from "antd";
import { CircleChevronDown } from "lucide-react";
import { Chip } from "@/ui/chip";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { OptionSettings } from "@/ui/field/option-editor";
import { optionChip, optionOf } from "@/ui/field/options";

function Editor({ field, value, onChange, id, label, invalid, describedBy, autoFocus, look }: EditorProps) {
  const t = fieldTexts.use();
  const options = field.config.options ?? [];
  if (look === "phone" && options.length <= 6)
    return (
      <div className={styles.chips} role="radiogroup" aria-label={label ?? field.name} id={id}>
        {options.map((option) => (
          // biome-ignore lint/a11y/useSemanticElements: a chip is a button that acts as a radio
          <button
            key={option.key}
            type="button"
            role="radio"
            aria-checked={value === option.key}
            className={styles.chip}
            onClick={() => onChange(value === option.key && !field.required ? null : option.key)}
          >
            {option.label}
          </button>
        ))}
      </div>
    );
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      aria-describedby={describedBy}
      value={typeof value === "string" ? value : null}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      options={options.map((option) => ({ value: option.key, label: option.label }))}
      optionRender={({ value: key, label: name }) => <Chip look={optionChip(field, String(key))}>{name}</Chip>}
      showSearch={{ optionFilterProp: "label" }}
      allowClear={!field.required}
      placeholder={look === "cell" ? "" : t("choose")}
      {...(invalid ? { status: "error" as const } : {})}
      autoFocus={autoFocus ?? false}
      {...(autoFocus ? { defaultOpen: true } : {})}
      size={look === "phone" ? "large" : "middle"}
      variant={look === "cell" ? "borderless" : "outlined"}
      style={{ width: "100%" }}
    />
  );
}

export const kind: FieldKind = {
  key: "select",
  group: "choice",
  order: 10,
  icon: CircleChevronDown,
  label: "select",
  hint: "selectHint",
  search: "danxuan dx select choice xuanxiang",
  Picture: () => (
    <span className={styles.tints} aria-hidden="true">
      <i data-tint="3" />
      <i data-tint="1" />
    </span>
  ),
  Editor,
  Cell: ({ field, value }) => {
    const option = optionOf(field, value);
    return option ? <Chip look={optionChip(field, option.key)}>{option.label}</Chip> : null;
  },
  Config: OptionSettings,
  defaults: (t) => ({
    options: [
      { key: "option-1", label: t("optionA") },
      { key: "option-2", label: t("optionB") },
    ],
  }),
  operators: ["eq", "ne", "in", "notIn", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 130,
  write: (value, field) => optionOf(field, value)?.label ?? "",
  read: (text, field) =>
    text.trim() === ""
      ? null
      : field.config.options?.find((option) => option.label === text.trim() || option.key === text.trim())?.key,
};
