import { Select } from "antd";
import { UsersRound } from "lucide-react";
import { useState } from "react";
import { isNamed, type Named } from "@/lib/records";
import { Avatar } from "@/ui/avatar";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { namedList, readNames, sendReferences, writeNames } from "@/ui/field/references";
import { useFoundPeople } from "@/ui/person-picker";

function Editor({ value, onChange, id, label, field, invalid, describedBy, autoFocus, look }: EditorProps) {
  const t = fieldTexts.use();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(autoFocus ?? false);
  const people = useFoundPeople(typed, open);
  const chosen = namedList(value);
  const known = new Map([...chosen, ...(people.data?.items ?? [])].map((person) => [person.id, person as Named]));
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      aria-label={label ?? field.name}
      aria-describedby={describedBy}
      value={chosen.map((person) => person.id)}
      options={[...known.values()].map((person) => ({ value: person.id, label: person.name, code: person.code }))}
      optionRender={({ data }) => (
        <span className={styles.row}>
          <Avatar name={data.label} />
          <span className="ell">{data.label}</span>
          <span className="t12 c2 ell">{data.code}</span>
        </span>
      )}
      onChange={(ids: string[]) => onChange(ids.flatMap((one) => known.get(one) ?? []))}
      open={open}
      onOpenChange={setOpen}
      loading={people.isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed, autoClearSearchValue: true }}
      maxTagCount={look === "cell" ? "responsive" : 20}
      placeholder={look === "cell" ? "" : t("searchPeople")}
      {...(invalid ? { status: "error" as const } : {})}
      autoFocus={autoFocus ?? false}
      size={look === "phone" ? "large" : "middle"}
      variant={look === "cell" ? "borderless" : "outlined"}
      style={{ width: "100%" }}
    />
  );
}

export const kind: FieldKind = {
  key: "persons",
  group: "choice",
  order: 13.1,
  icon: UsersRound,
  label: "persons",
  hint: "personsHint",
  search: "duoren dr renyuan persons people canyuren",
  Picture: () => (
    <span className={styles.heads} aria-hidden="true">
      <i data-tint="2" />
      <i data-tint="4" />
      <i data-tint="1" />
      <i data-tint="3" />
    </span>
  ),
  Editor,
  Cell: ({ value }) => (
    <span className={styles.cellChips}>
      {namedList(value).map((person) =>
        isNamed(person) ? (
          <span key={person.id} className={styles.row}>
            <Avatar name={person.name} />
            {person.name}
          </span>
        ) : null,
      )}
    </span>
  ),
  operators: ["contains", "isMe", "isEmpty", "isNotEmpty"],
  operandType: "person",
  width: 200,
  write: writeNames,
  read: readNames,
  send: sendReferences,
};
