import { useQuery } from "@tanstack/react-query";
import { Network } from "lucide-react";
import { unitsQuery } from "@/lib/people";
import { isNamed } from "@/lib/records";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { sendReference } from "@/ui/field/references";
import { UnitPicker } from "@/ui/unit-picker";

function Editor({ value, onChange, id, label, field, look }: EditorProps) {
  const units = useQuery(unitsQuery).data;
  return (
    <UnitPicker
      {...(id ? { id } : {})}
      label={label ?? field.name}
      value={isNamed(value) ? value.id : undefined}
      onChange={(chosen) => {
        const unit = units?.find((one) => one.id === chosen);
        onChange(unit ? { id: unit.id, code: unit.code, name: unit.name } : null);
      }}
      allowClear={!field.required}
      variant={look === "cell" ? "borderless" : "outlined"}
    />
  );
}

export const kind: FieldKind = {
  key: "unit",
  group: "choice",
  order: 14,
  icon: Network,
  label: "unit",
  hint: "unitHint",
  search: "zuzhidanyuan zzdy unit bumen xiaoqu",
  Picture: () => (
    <span className={styles.treePicture} aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  ),
  Editor,
  Cell: ({ value }) => (isNamed(value) ? <span className="ell">{value.name}</span> : null),
  roles: ["unit"],
  operators: ["inOrBelow", "eq", "ne", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 150,
  write: (value) => (isNamed(value) ? (value.code ?? value.name) : ""),
  read: (text) => (text.trim() ? { code: text.trim(), name: text.trim(), id: "" } : null),
  send: sendReference,
};
