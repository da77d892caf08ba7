import { Checkbox, Switch } from "antd";
import { Check, SquareCheck } from "lucide-react";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";

function Editor({ value, onChange, id, label, describedBy, autoFocus, look }: EditorProps) {
  const shared = {
    ...(id ? { id } : {}),
    "aria-label": label,
    "aria-describedby": describedBy,
    autoFocus: autoFocus ?? false,
    checked: value === true,
  };
  if (look === "cell")
    return (
      <span className={styles.centred}>
        <Checkbox {...shared} onChange={(event) => onChange(event.target.checked)} />
      </span>
    );
  return <Switch {...shared} onChange={(next) => onChange(next)} />;
}

export const kind: FieldKind = {
  key: "boolean",
  group: "choice",
  order: 12,
  icon: SquareCheck,
  label: "boolean",
  hint: "booleanHint",
  search: "shifou sf boolean gouxuan",
  Picture: () => (
    <span className={styles.tickPicture} aria-hidden="true">
      <Check size={14} />
    </span>
  ),
  Editor,
  Cell: function Cell({ value }) {
    const t = fieldTexts.use();
    return value === true ? (
      <span className={styles.row}>
        <Check size={14} aria-hidden="true" />
        {t("yes")}
      </span>
    ) : value === false ? (
      <span className="c3">{t("no")}</span>
    ) : null;
  },
  operators: ["eq", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 90,
  write: (value) => (value === true ? fieldTexts.now("yes") : value === false ? fieldTexts.now("no") : ""),
  read: (text) => {
    const word = text.trim().toLowerCase();
    if (word === "") return null;
    if ([fieldTexts.now("yes").toLowerCase(), "true", "1", "yes", "y", "\u662f"].includes(word)) return true;
    if ([fieldTexts.now("no").toLowerCase(), "false", "0", "no", "n", "\u5426"].includes(word)) return false;
    return undefined;
  },
};
