import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { api } from "@/lib/api";
import type { Ref } from "@/lib/me";
import type { Assignee, RoleRef } from "@/lib/nodes";
import { PersonPicker } from "@/ui/person-picker";
import { UnitPicker } from "@/ui/unit-picker";
import { actionTexts } from "./action-texts";
import styles from "./scene.module.css";

/** What is chosen so far for every kind, so that switching back and forth loses nothing. */
export interface AssigneeDraft {
  kind: Assignee["kind"];
  role?: string;
  unit?: string;
  person?: Ref;
}

export function assigneeDraft(assignee: Assignee | undefined): AssigneeDraft {
  if (!assignee) return { kind: "role", role: "staff" };
  switch (assignee.kind) {
    case "role":
      return { kind: "role", role: assignee.role.key, ...(assignee.unit ? { unit: assignee.unit.id } : {}) };
    case "unit":
      return { kind: "unit", unit: assignee.unit.id };
    case "person":
      return { kind: "person", person: assignee.person };
    default:
      return { kind: assignee.kind };
  }
}

/** As the API takes it. */
export function sendAssignee({ kind, role, unit, person }: AssigneeDraft) {
  switch (kind) {
    case "role":
      return { kind, role, ...(unit ? { unit } : {}) };
    case "unit":
      return { kind, unit };
    case "person":
      return { kind, person: person?.id };
    default:
      return { kind };
  }
}

interface Props {
  value: AssigneeDraft;
  /** Only an event has an actor and an object's owner. */
  onEvent: boolean;
  onChange: (assignee: AssigneeDraft) => void;
}

export function AssigneeEditor({ value, onEvent, onChange }: Props) {
  const t = actionTexts.use();
  const roles = useQuery({
    queryKey: ["roles"],
    queryFn: ({ signal }) => api.all<RoleRef>("/roles", {}, signal),
    staleTime: 60_000,
  });
  const kinds: Assignee["kind"][] = onEvent
    ? ["eventActor", "objectOwner", "role", "unit", "person"]
    : ["role", "unit", "person"];
  const kind = kinds.includes(value.kind) ? value.kind : (kinds[0] ?? "role");
  return (
    <div className={styles.part}>
      <span className="t12 c2">{t("who")}</span>
      <Select<Assignee["kind"]>
        aria-label={t("who")}
        value={kind}
        options={kinds.map((one) => ({ value: one, label: t(`who_${one}`) }))}
        onChange={(next) => onChange({ ...value, kind: next })}
      />
      {kind === "role" && (
        <>
          <Select
            aria-label={t("role")}
            value={value.role ?? null}
            placeholder={t("role")}
            loading={roles.isLoading}
            options={(roles.data ?? []).map((role) => ({ value: role.key, label: role.name }))}
            onChange={(role: string) => onChange({ ...value, role })}
          />
          <UnitPicker
            label={t("within")}
            placeholder={t("within")}
            allowClear
            value={value.unit}
            onChange={(unit) => {
              const { unit: _, ...rest } = value;
              onChange(unit ? { ...rest, unit } : rest);
            }}
          />
        </>
      )}
      {kind === "unit" && <UnitPicker value={value.unit} onChange={(unit) => unit && onChange({ ...value, unit })} />}
      {kind === "person" && (
        <PersonPicker value={value.person} onChange={(person) => person && onChange({ ...value, person })} />
      )}
    </div>
  );
}
