import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { BadgeCheck } from "lucide-react";
import { api } from "@/lib/api";
import { isNamed } from "@/lib/records";
import { Chip } from "@/ui/chip";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { sendReference } from "@/ui/field/references";
import { useRoleName } from "@/ui/role-name";

interface RoleRef {
  id: string;
  key: string;
  name: string;
}

function Editor({ value, onChange, id, label, field, invalid, describedBy, autoFocus, look }: EditorProps) {
  const t = fieldTexts.use();
  const roleName = useRoleName();
  const roles =
    useQuery({
      queryKey: ["roles"],
      queryFn: ({ signal }) => api.all<RoleRef>("/roles", {}, signal),
      staleTime: 60_000,
    }).data ?? [];
  const chosen = isNamed(value) ? value : undefined;
  const known = chosen && !roles.some((role) => role.id === chosen.id) ? [chosen as RoleRef, ...roles] : roles;
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label ?? field.name}
      aria-describedby={describedBy}
      value={chosen?.id ?? null}
      options={known.map((role) => ({ value: role.id, label: roleName(role) }))}
      onChange={(next: string | undefined) => {
        const role = known.find((one) => one.id === next);
        onChange(role ? { id: role.id, key: role.key, name: role.name } : null);
      }}
      showSearch={{ optionFilterProp: "label" }}
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

export const kind: FieldKind = {
  key: "role",
  group: "choice",
  order: 14.2,
  icon: BadgeCheck,
  label: "roleField",
  hint: "roleFieldHint",
  search: "juese js role gangwei",
  Picture: () => (
    <span className={styles.marks} aria-hidden="true">
      <BadgeCheck size={22} />
    </span>
  ),
  Editor,
  Cell: function Cell({ value }) {
    const roleName = useRoleName();
    return isNamed(value) ? <Chip>{roleName({ key: value.key ?? "", name: value.name })}</Chip> : null;
  },
  operators: ["eq", "ne", "isEmpty", "isNotEmpty"],
  width: 140,
  write: (value) => (isNamed(value) ? (value.key ?? value.name) : ""),
  read: (text) => (text.trim() ? { id: "", key: text.trim(), name: text.trim() } : null),
  send: sendReference,
};
