import { App, Button, DatePicker, Form, Input, Select } from "antd";
import type { Dayjs } from "dayjs";
import { api } from "@/lib/api";
import type { Ref } from "@/lib/me";
import { useWrite } from "@/lib/write";
import { FormProblem, useFormProblem } from "@/ui/field-error";
import { SidePanel } from "@/ui/page";
import { PersonPicker } from "@/ui/person-picker";
import { UnitPicker } from "@/ui/unit-picker";
import { codePattern, type Person } from "./org";
import { orgTexts } from "./org-texts";
import { useRoles } from "./roles";

interface NewPersonPanelProps {
  /** The unit to start with: an id. */
  unit: string | undefined;
  onClose: () => void;
  onCreated: (code: string) => void;
}

interface NewPerson {
  name: string;
  code: string;
  unit: string;
  unitFrom?: Dayjs | null;
  email?: string;
  mobile?: string;
  manager?: Ref;
  role?: string;
}

/** A new person: who, where, and (so that they see something) a role. */
export function NewPersonPanel({ unit, onClose, onCreated }: NewPersonPanelProps) {
  const t = orgTexts.use();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewPerson>();
  const refusal = useFormProblem(form, (field) => (field.startsWith("roles") ? "role" : field));
  const { choices } = useRoles();
  const create = useWrite({
    run: ({ unit, unitFrom, manager, role, ...person }: NewPerson, key) =>
      api.post<Person>(
        "/people",
        {
          ...person,
          unit: { id: unit },
          ...(unitFrom ? { unitFrom: unitFrom.format("YYYY-MM-DD") } : {}),
          ...(manager ? { manager: { id: manager.id } } : {}),
          ...(role ? { roles: [{ role }] } : {}),
        },
        { key },
      ),
    refresh: [["people"], ["units"]],
    onDone: (person) => {
      message.info(t("saved"));
      onCreated(person.code);
    },
    onRefused: refusal.show,
  });
  return (
    <SidePanel
      title={t("newPerson")}
      width={364}
      onClose={onClose}
      footer={
        <>
          <Button type="primary" loading={create.isPending} onClick={form.submit}>
            {t("createPerson")}
          </Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
        </>
      }
    >
      <Form
        form={form}
        name="person"
        layout="vertical"
        initialValues={{ unit, role: "staff" }}
        onFinish={(person) => create.mutate(blankless(person))}
        onValuesChange={refusal.clear}
      >
        <Form.Item
          name="name"
          label={t("personName")}
          rules={[{ required: true, whitespace: true, message: t("nameNeeded") }]}
        >
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="code"
          label={t("personCode")}
          extra={t("personCodeHint")}
          rules={[
            { required: true, message: t("codeNeeded") },
            { pattern: codePattern, message: t("codePattern") },
          ]}
        >
          <Input autoCapitalize="off" spellCheck={false} autoComplete="off" />
        </Form.Item>
        <Form.Item name="unit" label={t("unit")} rules={[{ required: true, message: t("unitNeeded") }]}>
          <UnitPicker />
        </Form.Item>
        <Form.Item name="unitFrom" label={t("unitFrom")} extra={t("unitFromHint")}>
          <DatePicker style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="role" label={t("role")}>
          <Select allowClear options={choices} />
        </Form.Item>
        <Form.Item name="manager" label={t("manager")}>
          <PersonPicker label={t("manager")} />
        </Form.Item>
        <Form.Item name="email" label={t("email")}>
          <Input type="email" autoComplete="off" />
        </Form.Item>
        <Form.Item name="mobile" label={t("mobile")}>
          <Input type="tel" autoComplete="off" />
        </Form.Item>
        <FormProblem refusal={refusal} />
      </Form>
    </SidePanel>
  );
}

/** Fields left empty are not sent. */
function blankless<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== "")) as T;
}
