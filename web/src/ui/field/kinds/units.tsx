import { useQuery } from "@tanstack/react-query";
import { TreeSelect } from "antd";
import { Workflow } from "lucide-react";
import { unitsQuery } from "@/lib/people";
import { Chip } from "@/ui/chip";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { namedList, readNames, sendReferences, writeNames } from "@/ui/field/references";
import { findsUnit, useUnitChoices } from "@/ui/unit-picker";

function Editor({ value, onChange, id, label, field, invalid, describedBy, autoFocus, look }: EditorProps) {
  const t = fieldTexts.use();
  const units = useQuery(unitsQuery).data;
  const choices = useUnitChoices();
  return (
    <TreeSelect
      key={units ? "read" : "waiting"}
      {...(id ? { id } : {})}
      multiple
      aria-label={label ?? field.name}
      aria-describedby={describedBy}
      value={namedList(value).map((unit) => unit.id)}
      onChange={(ids: string[]) =>
        onChange(
          ids.flatMap((one) => {
            const unit = units?.find((it) => it.id === one);
            return unit ? [{ id: unit.id, code: unit.code, name: unit.name }] : [];
          }),
        )
      }
      treeData={choices}
      showSearch={{ filterTreeNode: findsUnit }}
      treeDefaultExpandAll={(units?.length ?? 0) < 60}
      treeDefaultExpandedKeys={choices.map((one) => one.value)}
      maxTagCount={look === "cell" ? "responsive" : 20}
      placeholder={look === "cell" ? "" : t("choose")}
      popupMatchSelectWidth={320}
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
  key: "units",
  group: "choice",
  order: 14.1,
  icon: Workflow,
  label: "units",
  hint: "unitsHint",
  search: "duogedanyuan dgdy units bumen xiaoqu",
  Picture: () => (
    <span className={styles.treePicture} aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  ),
  Editor,
  Cell: ({ value }) => (
    <span className={styles.cellChips}>
      {namedList(value).map((unit) => (
        <Chip key={unit.id}>{unit.name}</Chip>
      ))}
    </span>
  ),
  operators: ["inOrBelow", "contains", "isEmpty", "isNotEmpty"],
  operandType: "unit",
  width: 200,
  write: writeNames,
  read: readNames,
  send: sendReferences,
};
