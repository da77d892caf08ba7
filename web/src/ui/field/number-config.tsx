import { InputNumber } from "antd";
import type { FieldConfig } from "@/lib/tables";
import styles from "@/ui/field/field.module.css";
import type { ConfigProps, FieldText } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";

interface Setting {
  key: keyof FieldConfig & string;
  label: FieldText;
  /** Kept as text ("0.1"), as the API writes exact numbers. */
  exact?: boolean;
  least?: number;
  most?: number;
}

/** Limits as two or three small number inputs. */
export function NumberSettings({ config, onChange, settings }: ConfigProps & { settings: Setting[] }) {
  const t = fieldTexts.use();
  return (
    <div className={styles.pair}>
      {settings.map(({ key, label, exact, least, most }) => (
        <div key={key} className={styles.setting}>
          <span className="t12 c2">{t(label)}</span>
          <InputNumber<string>
            aria-label={t(label)}
            stringMode
            value={config[key] === undefined || config[key] === null ? null : String(config[key])}
            onChange={(value) =>
              onChange({ ...config, [key]: value === null || value === "" ? undefined : exact ? value : Number(value) })
            }
            {...(least === undefined ? {} : { min: String(least) })}
            {...(most === undefined ? {} : { max: String(most) })}
            style={{ width: "100%" }}
          />
        </div>
      ))}
    </div>
  );
}
