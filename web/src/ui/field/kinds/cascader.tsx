import { Cascader, Input, Switch } from "antd";
import { ListTree } from "lucide-react";
import { useState } from "react";
import type { Option } from "@/lib/tables";
import styles from "@/ui/field/field.module.css";
import type { ConfigProps, EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { keysOf, labelsOf, linesOf, treeOf } from "@/ui/field/option-tree";

const pathOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

interface Choice {
  value: string;
  label: string;
  children?: Choice[];
}

const choices = (options: Option[] = []): Choice[] =>
  options
    .filter((option) => !option.archived)
    .map((option) => ({
      value: option.key,
      label: option.label,
      ...(option.children?.length ? { children: choices(option.children) } : {}),
    }));

function Editor({ field, value, onChange, id, label, invalid, describedBy, autoFocus, look }: EditorProps) {
  const t = fieldTexts.use();
  return (
    <Cascader<Choice>
      {...(id ? { id } : {})}
      aria-label={label}
      aria-describedby={describedBy}
      value={pathOf(value)}
      onChange={(path) => onChange(path && path.length > 0 ? path : null)}
      options={choices(field.config.options)}
      changeOnSelect={field.config.anyLevel === true}
      showSearch={{
        filter: (typed, path) => path.some((step) => step.label.toLowerCase().includes(typed.toLowerCase())),
      }}
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

function Config({ config, onChange }: ConfigProps) {
  const t = fieldTexts.use();
  const [before] = useState(config.options ?? []);
  const [typed, setTyped] = useState(() => linesOf(config.options).join("\n"));
  return (
    <div className={styles.setting}>
      <span className="t12 c2">{t("branches")}</span>
      <Input.TextArea
        aria-label={t("branches")}
        autoSize={{ minRows: 4, maxRows: 14 }}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange({ ...config, options: treeOf(event.target.value.split("\n"), before) });
        }}
      />
      <span className="t12 c2">{t("branchesHint")}</span>
      <span className={styles.row}>
        <Switch
          aria-label={t("anyLevel")}
          checked={config.anyLevel === true}
          onChange={(anyLevel) => onChange({ ...config, anyLevel })}
        />
        {t("anyLevel")}
      </span>
    </div>
  );
}

export const kind: FieldKind = {
  key: "cascader",
  group: "choice",
  order: 12.5,
  icon: ListTree,
  label: "cascader",
  hint: "cascaderHint",
  search: "jilian jl duoji cascader tree fenlei diqu",
  Picture: () => (
    <span className={styles.treePicture} aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  ),
  Editor,
  Cell: ({ field, value }) => <span className="ell">{labelsOf(field.config.options, pathOf(value)).join(" / ")}</span>,
  Config,
  defaults: (t) => ({ options: treeOf([`${t("optionA")} / ${t("optionB")}`]) }),
  operators: ["inOrBelow", "eq", "ne", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 180,
  write: (value, field) => labelsOf(field.config.options, pathOf(value)).join(" / "),
  read: (text, field) => {
    const labels = text
      .split(/[/／]/)
      .map((step) => step.trim())
      .filter(Boolean);
    return labels.length === 0 ? null : keysOf(field.config.options, labels);
  },
};
