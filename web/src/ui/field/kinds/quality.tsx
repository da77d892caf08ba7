import { Select } from "antd";
import { BadgeCheck } from "lucide-react";
import { levelOf } from "@/lib/tables";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { LevelSettings } from "@/ui/field/option-editor";
import { QualityMark, QualityTag, qualityOfBand } from "@/ui/quality-tag";

function Editor({ field, value, onChange, id, label, invalid, describedBy, autoFocus, look }: EditorProps) {
  const t = fieldTexts.use();
  const levels = field.config.levels ?? [];
  if (look !== "cell" && levels.length <= 5)
    return (
      <div
        className={look === "phone" ? styles.bigLevels : styles.levels}
        role="radiogroup"
        aria-label={label ?? field.name}
        aria-describedby={describedBy}
        id={id}
        data-invalid={invalid}
      >
        {levels.map((level) => (
          // biome-ignore lint/a11y/useSemanticElements: a chip is a button that acts as a radio
          <button
            key={level.key}
            type="button"
            role="radio"
            aria-checked={value === level.key}
            data-band={level.band}
            className={styles.level}
            onClick={() => onChange(value === level.key && !field.required ? null : level.key)}
          >
            <QualityMark state={qualityOfBand(level.band)} size={look === "phone" ? 22 : 12} />
            {level.label}
          </button>
        ))}
      </div>
    );
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label ?? field.name}
      aria-describedby={describedBy}
      value={typeof value === "string" ? value : null}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      options={levels.map((level) => ({ value: level.key, label: level.label, band: level.band }))}
      optionRender={({ data }) => <QualityTag state={qualityOfBand(data.band)}>{data.label}</QualityTag>}
      labelRender={({ value: key, label: name }) => (
        <QualityTag state={qualityOfBand(levelOf(field, key)?.band ?? "")}>{name}</QualityTag>
      )}
      allowClear={!field.required}
      placeholder={look === "cell" ? "" : t("choose")}
      autoFocus={autoFocus ?? false}
      {...(autoFocus ? { defaultOpen: true } : {})}
      variant={look === "cell" ? "borderless" : "outlined"}
      style={{ width: "100%" }}
    />
  );
}

export const kind: FieldKind = {
  key: "quality",
  group: "evidence",
  order: 1,
  icon: BadgeCheck,
  label: "quality",
  hint: "qualityHint",
  search: "zhiliang zl quality pingji dabiao",
  Picture: () => (
    <span className={styles.marks} aria-hidden="true">
      <QualityTag state="met">{""}</QualityTag>
      <QualityTag state="improve">{""}</QualityTag>
      <QualityTag state="support">{""}</QualityTag>
    </span>
  ),
  Editor,
  Cell: ({ field, value }) => {
    const level = levelOf(field, value);
    return level ? <QualityTag state={qualityOfBand(level.band)}>{level.label}</QualityTag> : null;
  },
  Config: LevelSettings,
  defaults: (t) => ({
    levels: [
      { key: "MET", label: t("met"), band: "MET" },
      { key: "IMPROVE", label: t("improve"), band: "IMPROVE" },
      { key: "SUPPORT", label: t("support"), band: "SUPPORT" },
    ],
  }),
  roles: ["quality", "leadQuality"],
  operators: ["eq", "ne", "in", "notIn", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 120,
  write: (value, field) => levelOf(field, value)?.label ?? "",
  read: (text, field) =>
    text.trim() === ""
      ? null
      : field.config.levels?.find((level) => level.label === text.trim() || level.key === text.trim())?.key,
};
