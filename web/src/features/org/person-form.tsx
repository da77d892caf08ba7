import { Button, Form, Input } from "antd";
import { api } from "@/lib/api";
import type { Ref } from "@/lib/me";
import { useWrite } from "@/lib/write";
import { FormProblem, useFormProblem } from "@/ui/field-error";
import { Part } from "@/ui/part";
import { PersonPicker } from "@/ui/person-picker";
import type { Person } from "./org";
import { orgTexts } from "./org-texts";
import styles from "./person-panel.module.css";

interface Profile {
  name: string;
  email?: string | null;
  mobile?: string | null;
  manager?: Ref | null;
}

/** Name, manager and contact, edited in place. */
export function PersonForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const t = orgTexts.use();
  const [form] = Form.useForm<Profile>();
  const refusal = useFormProblem(form);
  const save = useWrite({
    run: ({ name, email, mobile, manager }: Profile, key) =>
      api.patch(
        `/people/${person.id}`,
        { name, email: email || null, mobile: mobile || null, manager: manager ? { id: manager.id } : null },
        { key, version: person.version },
      ),
    refresh: [["people"]],
    onDone,
    onRefused: refusal.show,
  });
  return (
    <Part title={t("editPerson")}>
      <Form
        form={form}
        name="profile"
        layout="vertical"
        initialValues={{ name: person.name, email: person.email, mobile: person.mobile, manager: person.manager }}
        onFinish={(profile) => save.mutate(profile)}
        onValuesChange={refusal.clear}
      >
        <Form.Item
          name="name"
          label={t("personName")}
          rules={[{ required: true, whitespace: true, message: t("nameNeeded") }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="manager" label={t("manager")}>
          <PersonPicker label={t("manager")} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="email" label={t("email")}>
            <Input type="email" autoComplete="off" />
          </Form.Item>
          <Form.Item name="mobile" label={t("mobile")}>
            <Input type="tel" autoComplete="off" />
          </Form.Item>
        </div>
        <FormProblem refusal={refusal} />
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t("save")}
          </Button>
          <Button onClick={onDone}>{t("cancel")}</Button>
        </div>
      </Form>
    </Part>
  );
}
