import { useQuery } from "@tanstack/react-query";
import { App, Button, Form, Input, Popconfirm, Radio, Select } from "antd";
import { api } from "@/lib/api";
import { type Permission, useMay } from "@/lib/me";
import { unitsQuery } from "@/lib/people";
import { useWrite } from "@/lib/write";
import { FormProblem, useFormProblem } from "@/ui/field-error";
import { SidePanel } from "@/ui/page";
import { useRoleName } from "@/ui/role-name";
import { useProblemText } from "@/ui/states";
import { type Role, type Scope, scopeLabel, scopes } from "./org";
import { orgTexts } from "./org-texts";
import { Rights } from "./rights";

interface RoleFields {
  name: string;
  class: Role["class"];
  scope: Scope;
  listedUnits?: string[];
  permissions: Permission[];
}

/** A role: what its holders may do, and whose data they see. */
export function RolePanel({ role, onClose }: { role?: Role; onClose: () => void }) {
  const t = orgTexts.use();
  const { message } = App.useApp();
  const roleName = useRoleName();
  const [form] = Form.useForm<RoleFields>();
  const refusal = useFormProblem(form, (field) => field.replace(/\W.*$/, ""));
  const isFixed = !useMay()("roles.write") || role?.key === "admin";
  const scope = Form.useWatch("scope", form) ?? role?.scope;
  const units = useQuery(unitsQuery);
  const save = useWrite({
    run: ({ listedUnits = [], ...fields }: RoleFields, key) => {
      const body = { ...fields, listedUnits: fields.scope === "listed" ? listedUnits : [] };
      return role ? api.patch(`/roles/${role.id}`, body, { key }) : api.post("/roles", body, { key });
    },
    refresh: [["roles"], ["me"]],
    onDone: () => {
      message.info(t("saved"));
      onClose();
    },
    onRefused: refusal.show,
  });
  return (
    <SidePanel
      title={role ? roleName(role) : t("newRole")}
      note={role?.key === "admin" ? t("adminHint") : role?.builtIn && t("builtInHint")}
      onClose={onClose}
      footer={
        !isFixed && (
          <>
            <Button type="primary" loading={save.isPending} onClick={form.submit}>
              {role ? t("save") : t("newRole")}
            </Button>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <span className="sp" />
            {role && !role.builtIn && <DeleteRole role={role} onDeleted={onClose} />}
          </>
        )
      }
    >
      <Form
        form={form}
        name="role"
        layout="vertical"
        disabled={isFixed}
        initialValues={role ?? { class: "knowledge", scope: "own", permissions: [] }}
        onFinish={(fields) => save.mutate(fields)}
        onValuesChange={refusal.clear}
      >
        {!isFixed && (
          <Form.Item
            name="name"
            label={t("roleName")}
            rules={[{ required: true, whitespace: true, message: t("roleNameNeeded") }]}
          >
            <Input autoFocus={!role} />
          </Form.Item>
        )}
        <Form.Item name="class" label={t("class")} extra={t("classHint")}>
          <Radio.Group options={(["knowledge", "service"] as const).map((value) => ({ value, label: t(value) }))} />
        </Form.Item>
        <Form.Item name="scope" label={t("scope")}>
          <Select options={scopes.map((value) => ({ value, label: t(scopeLabel[value]) }))} />
        </Form.Item>
        {scope === "listed" && (
          <Form.Item
            name="listedUnits"
            label={t("listedUnits")}
            rules={[{ required: true, message: t("listedNeeded") }]}
          >
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: "label" }}
              options={(units.data ?? []).map((unit) => ({ value: unit.code, label: unit.name }))}
            />
          </Form.Item>
        )}
        <Form.Item name="permissions" label={t("rights")} rules={[{ required: true, message: t("rightsNeeded") }]}>
          <Rights disabled={isFixed} />
        </Form.Item>
        <FormProblem refusal={refusal} />
      </Form>
    </SidePanel>
  );
}

function DeleteRole({ role, onDeleted }: { role: Role; onDeleted: () => void }) {
  const t = orgTexts.use();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const remove = useWrite({
    run: (id: string, key) => api.remove(`/roles/${id}`, { key }),
    refresh: [["roles"], ["people"]],
    onDone: onDeleted,
    onRefused: (problem) => message.error(problemText(problem)),
  });
  return (
    <Popconfirm
      title={t("deleteRoleAsk", { name: role.name })}
      okText={t("deleteNamed", { name: role.name })}
      okButtonProps={{ danger: true }}
      cancelText={t("cancel")}
      icon={null}
      onConfirm={() => remove.mutateAsync(role.id).catch(() => undefined)}
    >
      <Button type="text" danger>
        {t("deleteRole")}
      </Button>
    </Popconfirm>
  );
}
