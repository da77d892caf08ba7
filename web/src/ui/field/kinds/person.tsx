import { UserRound } from "lucide-react";
import { isNamed } from "@/lib/records";
import { Avatar } from "@/ui/avatar";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { sendReference } from "@/ui/field/references";
import { PersonPicker } from "@/ui/person-picker";

const asRef = (value: unknown) => (isNamed(value) ? { id: value.id, code: value.code ?? "", name: value.name } : null);

function Editor({ value, onChange, id, label, field }: EditorProps) {
  return (
    <PersonPicker
      {...(id ? { id } : {})}
      label={label ?? field.name}
      value={asRef(value)}
      onChange={(person) => onChange(person ?? null)}
    />
  );
}

export const kind: FieldKind = {
  key: "person",
  group: "choice",
  order: 13,
  icon: UserRound,
  label: "person",
  hint: "personHint",
  search: "renyuan ry person people yuangong",
  Picture: () => (
    <span className={styles.heads} aria-hidden="true">
      <i data-tint="3" />
      <i data-tint="1" />
      <i data-tint="5" />
    </span>
  ),
  Editor,
  Cell: ({ value }) =>
    isNamed(value) ? (
      <span className={styles.row}>
        <Avatar name={value.name} />
        <span className="ell">{value.name}</span>
      </span>
    ) : null,
  roles: ["subject"],
  operators: ["eq", "ne", "isMe", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 150,
  write: (value) => (isNamed(value) ? (value.code ?? value.name) : ""),
  read: (text) => (text.trim() ? { code: text.trim(), name: text.trim(), id: "" } : null),
  send: sendReference,
};
