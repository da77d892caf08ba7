import { Select, Switch } from "antd";
import { CircleDot } from "lucide-react";
import { useState } from "react";
import { Chip } from "@/ui/chip";
import styles from "@/ui/field/field.module.css";
import type { ConfigProps, EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { OptionSettings } from "@/ui/field/option-editor";
import { optionChip, optionOf } from "@/ui/field/options";
import { kind as select } from "./select";

type Transitions = Record<string, string[]>;

/** Only where it can go from where it stood when the form was opened. */
function Editor(props: EditorProps) {
  const { field, value } = props;
  const [from] = useState(() => (typeof value === "string" ? value : field.config.default));
  const steps = field.config.transitions as Transitions | undefined;
  const reachable = field.config.options?.filter(
    (option) => !steps || option.key === from || (typeof from === "string" && steps[from]?.includes(option.key)),
  );
  return (
    <select.Editor
      {...props}
      field={{ ...field, required: true, config: { ...field.config, ...(reachable ? { options: reachable } : {}) } }}
    />
  );
}

function Config({ config, onChange }: ConfigProps) {
  const t = fieldTexts.use();
  const options = config.options ?? [];
  const steps = config.transitions as Transitions | undefined;
  const all = () => Object.fromEntries(options.map((one) => [one.key, options.map((other) => other.key)]));
  return (
    <>
      <OptionSettings
        config={config}
        onChange={(next) => {
          const keys = new Set(next.options?.map((option) => option.key));
          onChange({
            ...next,
            ...(keys.has(String(next.default)) ? {} : { default: next.options?.[0]?.key }),
            ...(steps ? { transitions: pruned(steps, keys) } : {}),
          });
        }}
      />
      <span className={styles.row}>
        <Switch
          aria-label={t("limitSteps")}
          checked={steps !== undefined}
          onChange={(on) => onChange({ ...config, transitions: on ? all() : undefined })}
        />
        {t("limitSteps")}
      </span>
      {steps &&
        options.map((option) => (
          <div key={option.key} className={styles.setting}>
            <span className="t12 c2">{t("from", { name: option.label })}</span>
            <Select
              mode="multiple"
              aria-label={t("from", { name: option.label })}
              value={(steps[option.key] ?? []).filter((key) => key !== option.key)}
              options={options
                .filter((other) => other.key !== option.key)
                .map((other) => ({ value: other.key, label: other.label }))}
              placeholder={t("endsHere")}
              onChange={(to: string[]) => onChange({ ...config, transitions: { ...steps, [option.key]: to } })}
            />
          </div>
        ))}
    </>
  );
}

const pruned = (steps: Transitions, keys: Set<string>): Transitions =>
  Object.fromEntries(
    Object.entries(steps)
      .filter(([from]) => keys.has(from))
      .map(([from, to]) => [from, to.filter((key) => keys.has(key))]),
  );

export const kind: FieldKind = {
  ...select,
  key: "status",
  order: 11.5,
  icon: CircleDot,
  label: "status",
  hint: "statusHint",
  search: "zhuangtai zt status liuzhuan jieduan",
  Picture: () => (
    <span className={styles.tints} aria-hidden="true">
      <i data-tint="5" />
      →
      <i data-tint="2" />
    </span>
  ),
  Editor,
  Cell: ({ field, value }) => {
    const option = optionOf(field, value);
    return option ? <Chip look={optionChip(field, option.key)}>{option.label}</Chip> : null;
  },
  Config,
  defaults: (t) => ({
    options: [
      { key: "open", label: t("statusOpen") },
      { key: "doing", label: t("statusDoing") },
      { key: "done", label: t("statusDone") },
    ],
    default: "open",
  }),
};
