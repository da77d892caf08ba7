import { App, Button, Form, Select } from "antd";
import { X } from "lucide-react";
import { useState } from "react";
import { api } from "@/lib/api";
import type { Problem } from "@/lib/problem";
import { useWrite } from "@/lib/write";
import { FormProblem, useFormProblem } from "@/ui/field-error";
import { Part } from "@/ui/part";
import { useProblemText } from "@/ui/states";
import { UnitPicker } from "@/ui/unit-picker";
import type { Person } from "./org";
import { orgTexts } from "./org-texts";
import styles from "./person-panel.module.css";
import { useRoles } from "./roles";

interface NewGrant {
  role: string;
  unit?: string;
}

const heldBy = (person: Person): NewGrant[] =>
  person.roles.map(({ role, unit }) => (unit ? { role, unit: unit.id } : { role }));

/** Writes all roles of a person at once. */
function useGrants(person: Person, onRefused: (problem: Problem) => void, onDone?: () => void) {
  return useWrite({
    run: (grants: NewGrant[], key) =>
      api.patch(
        `/people/${person.id}`,
        { roles: grants.map(({ role, unit }) => ({ role, ...(unit ? { unit: { id: unit } } : {}) })) },
        { key, version: person.version },
      ),
    refresh: [["people"], ["me"]],
    onRefused,
    ...(onDone ? { onDone } : {}),
  });
}

/** The roles that the person holds, each at a unit or at their own. */
export function Grants({ person, canWrite }: { person: Person; canWrite: boolean }) {
  const t = orgTexts.use();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const [isOpen, setOpen] = useState(false);
  const { nameOf: roleName } = useRoles();
  const remove = useGrants(person, (problem) => message.error(problemText(problem)));
  return (
    <Part
      title={t("roles")}
      action={
        canWrite &&
        !isOpen && (
          <Button type="link" size="small" onClick={() => setOpen(true)}>
            {t("addRole")}
          </Button>
        )
      }
    >
      {person.roles.length === 0 && <p className="t13 c3">{t("noRoles")}</p>}
      <ul>
        {person.roles.map(({ role, unit }, index) => (
          <li key={`${role} ${unit?.id}`} className={styles.item}>
            <span>
              {roleName(role)} <span className="c2">{unit ? t("atUnit", { unit: unit.name }) : t("ownUnit")}</span>
            </span>
            {canWrite && (
              <Button
                type="text"
                size="small"
                icon={<X size={14} />}
                aria-label={t("removeRole", { role: roleName(role) })}
                disabled={remove.isPending}
                onClick={() => remove.mutate(heldBy(person).toSpliced(index, 1))}
              />
            )}
          </li>
        ))}
      </ul>
      {isOpen && <AddGrant person={person} onDone={() => setOpen(false)} />}
    </Part>
  );
}

function AddGrant({ person, onDone }: { person: Person; onDone: () => void }) {
  const t = orgTexts.use();
  const [form] = Form.useForm<NewGrant>();
  const refusal = useFormProblem(form, (field) => (field.endsWith("unit") ? "unit" : "role"));
  const { choices } = useRoles();
  const add = useGrants(person, refusal.show, onDone);
  return (
    <Form
      form={form}
      name="grant"
      layout="vertical"
      className={styles.form ?? ""}
      onFinish={(grant) => add.mutate([...heldBy(person), grant])}
      onValuesChange={refusal.clear}
    >
      <div className={styles.pair}>
        <Form.Item name="role" label={t("role")} rules={[{ required: true, message: t("roleNeeded") }]}>
          <Select options={choices} />
        </Form.Item>
        <Form.Item name="unit" label={t("unit")} extra={t("roleUnitHint")}>
          <UnitPicker allowClear />
        </Form.Item>
      </div>
      <FormProblem refusal={refusal} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t("add")}
        </Button>
        <Button onClick={onDone}>{t("cancel")}</Button>
      </div>
    </Form>
  );
}
