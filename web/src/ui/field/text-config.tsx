import { Switch } from "antd";
import styles from "@/ui/field/field.module.css";
import type { ConfigProps } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { NumberSettings } from "@/ui/field/number-config";

/** How long a text may be, and whether it has to say something. */
export function TextSettings({ config, onChange, most }: ConfigProps & { most: number }) {
  const t = fieldTexts.use();
  return (
    <>
      <NumberSettings
        config={config}
        onChange={onChange}
        settings={[{ key: "maxLength", label: "maxLength", least: 1, most }]}
      />
      <div className={styles.row}>
        <Switch
          checked={config.noPlaceholders === true}
          onChange={(noPlaceholders) => onChange({ ...config, noPlaceholders })}
          aria-label={t("noPlaceholders")}
        />
        <span>
          {t("noPlaceholders")}
          <br />
          <span className="t12 c2">{t("noPlaceholdersHint")}</span>
        </span>
      </div>
    </>
  );
}
