import { Button, Input, Select } from "antd";
import { Plus, X } from "lucide-react";
import type { Level, Option } from "@/lib/tables";
import styles from "@/ui/field/field.module.css";
import type { ConfigProps } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { QualityMark, qualityOfBand } from "@/ui/quality-tag";

/** A key that no other entry has: option-3. */
export function freshKey(prefix: string, taken: { key: string }[]) {
  for (let n = taken.length + 1; ; n++) if (!taken.some((one) => one.key === `${prefix}-${n}`)) return `${prefix}-${n}`;
}

export function OptionSettings({ config, onChange }: ConfigProps) {
  const t = fieldTexts.use();
  const options = config.options ?? [];
  const set = (next: Option[]) => onChange({ ...config, options: next });
  return (
    <fieldset className={styles.settings}>
      <legend className="t12 c2">{t("options")}</legend>
      {options.map((option, index) => (
        <div key={option.key} className={styles.settingRow}>
          <i className={styles.tint} data-tint={(index % 5) + 1} aria-hidden="true" />
          <Input
            aria-label={t("optionName")}
            value={option.label}
            onChange={(event) =>
              set(options.map((one) => (one.key === option.key ? { ...one, label: event.target.value } : one)))
            }
          />
          <Button
            type="text"
            aria-label={`${t("removeOption")} ${option.label}`}
            icon={<X size={14} />}
            onClick={() => set(options.filter((one) => one.key !== option.key))}
          />
        </div>
      ))}
      <Button
        type="link"
        icon={<Plus size={14} />}
        onClick={() => set([...options, { key: freshKey("option", options), label: "" }])}
      >
        {t("addOption")}
      </Button>
    </fieldset>
  );
}

export function LevelSettings({ config, onChange }: ConfigProps) {
  const t = fieldTexts.use();
  const levels = config.levels ?? [];
  const set = (next: Level[]) => onChange({ ...config, levels: next });
  const change = (key: string, part: Partial<Level>) =>
    set(levels.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <fieldset className={styles.settings}>
      <legend className="t12 c2">{t("levels")}</legend>
      {levels.map((level) => (
        <div key={level.key} className={styles.settingRow}>
          <QualityMark state={qualityOfBand(level.band)} />
          <Input
            aria-label={t("levelName")}
            value={level.label}
            onChange={(event) => change(level.key, { label: event.target.value })}
          />
          <Select<Level["band"]>
            aria-label={t("countsAs")}
            value={level.band}
            onChange={(band) => change(level.key, { band })}
            style={{ width: 108, flex: "none" }}
            options={[
              { value: "MET", label: t("met") },
              { value: "IMPROVE", label: t("improve") },
              { value: "SUPPORT", label: t("support") },
            ]}
          />
          <Button
            type="text"
            disabled={levels.length < 3}
            aria-label={`${t("removeOption")} ${level.label}`}
            icon={<X size={14} />}
            onClick={() => set(levels.filter((one) => one.key !== level.key))}
          />
        </div>
      ))}
      <Button
        type="link"
        icon={<Plus size={14} />}
        onClick={() => set([...levels, { key: freshKey("level", levels), label: "", band: "IMPROVE" }])}
      >
        {t("addLevel")}
      </Button>
    </fieldset>
  );
}
