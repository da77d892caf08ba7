import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { Waypoints } from "lucide-react";
import { nodesQuery } from "@/lib/nodes";
import { isNamed } from "@/lib/records";
import { Chip, tintOf } from "@/ui/chip";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";

function Editor({ field, value, onChange, id, label, invalid, describedBy, autoFocus, look, table }: EditorProps) {
  const t = fieldTexts.use();
  const all = useQuery(nodesQuery).data ?? [];
  const nodes = all.filter((node) => !table || node.table === table);
  const chosen = isNamed(value) ? value.key : undefined;
  const choose = (key: string | undefined) => {
    const node = nodes.find((one) => one.key === key);
    onChange(node ? { id: node.id, key: node.key, name: node.name } : null);
  };
  if (look === "phone" && nodes.length <= 8)
    return (
      <div className={styles.chips} role="radiogroup" aria-label={label ?? field.name} id={id}>
        {nodes.map((node) => (
          // biome-ignore lint/a11y/useSemanticElements: a chip is a button that acts as a radio
          <button
            key={node.key}
            type="button"
            role="radio"
            aria-checked={chosen === node.key}
            className={styles.chip}
            onClick={() => choose(node.key)}
          >
            {node.name}
          </button>
        ))}
      </div>
    );
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label ?? field.name}
      aria-describedby={describedBy}
      value={chosen ?? null}
      onChange={choose}
      options={nodes.map((node) => ({ value: node.key, label: node.name }))}
      showSearch={{ optionFilterProp: "label" }}
      placeholder={look === "cell" ? "" : t("chooseNode")}
      notFoundContent={t("noNodes")}
      {...(invalid ? { status: "error" as const } : {})}
      autoFocus={autoFocus ?? false}
      {...(autoFocus ? { defaultOpen: true } : {})}
      variant={look === "cell" ? "borderless" : "outlined"}
      style={{ width: "100%" }}
    />
  );
}

export const kind: FieldKind = {
  key: "node",
  group: "evidence",
  order: 3,
  icon: Waypoints,
  label: "node",
  hint: "nodeHint",
  search: "dongzuojiedian dzjd node action leixing",
  Picture: () => (
    <span className={styles.railPicture} aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  ),
  Editor,
  Cell: ({ value }) => (isNamed(value) ? <Chip look={tintOf(value.key ?? value.name)}>{value.name}</Chip> : null),
  roles: ["node"],
  operators: ["eq", "ne", "in", "notIn", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 130,
  write: (value) => (isNamed(value) ? (value.key ?? value.name) : ""),
  read: (text) => (text.trim() ? { key: text.trim(), name: text.trim(), id: "" } : null),
  send: (value) => (isNamed(value) ? value.key : value),
};
