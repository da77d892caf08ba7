import { Button, Form, Input, Select } from "antd";
import { api } from "@/lib/api";
import { type Permission, useMe } from "@/lib/me";
import { useWrite } from "@/lib/write";
import { CopyButton } from "@/ui/copy-button";
import { FormProblem, useFormProblem } from "@/ui/field-error";
import { SidePanel } from "@/ui/page";
import { UnitPicker } from "@/ui/unit-picker";
import styles from "./new-token-panel.module.css";
import { orgTexts } from "./org-texts";
import { Rights } from "./rights";

interface NewToken {
  name: string;
  scopes: Permission[];
  unit?: string;
  days: number;
}

/** Makes a token and shows its secret the only time it can be shown. */
export function NewTokenPanel({ onClose }: { onClose: () => void }) {
  const t = orgTexts.use();
  const me = useMe();
  const [form] = Form.useForm<NewToken>();
  const refusal = useFormProblem(form, (field) => (field === "expiresAt" ? "days" : field.replace(/\W.*$/, "")));
  const create = useWrite({
    run: ({ name, scopes, unit, days }: NewToken, key) =>
      api.post<{ token: string }>(
        "/tokens",
        {
          name,
          scopes,
          ...(unit ? { unit: { id: unit } } : {}),
          expiresAt: new Date(Math.floor(Date.now() / 60_000) * 60_000 + days * 86_400_000).toISOString(),
        },
        { key },
      ),
    refresh: [["tokens"]],
    onRefused: refusal.show,
  });
  const made = create.data?.token;
  if (made)
    return (
      <SidePanel
        key="made"
        title={t("tokenOnce")}
        onClose={onClose}
        footer={<Button onClick={onClose}>{t("storedIt")}</Button>}
      >
        <p className="c2">{t("tokenOnceHint")}</p>
        <p className={styles.secret}>{made}</p>
        <CopyButton primary text={made} label={t("copyToken")} />
      </SidePanel>
    );
  return (
    <SidePanel
      key="form"
      title={t("newToken")}
      onClose={onClose}
      footer={
        <>
          <Button type="primary" loading={create.isPending} onClick={form.submit}>
            {t("createToken")}
          </Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
        </>
      }
    >
      <Form
        form={form}
        name="token"
        layout="vertical"
        initialValues={{ days: 90, scopes: [] }}
        onFinish={(token) => create.mutate(token)}
        onValuesChange={refusal.clear}
      >
        <Form.Item
          name="name"
          label={t("tokenName")}
          extra={t("tokenNameHint")}
          rules={[{ required: true, whitespace: true, message: t("tokenNameNeeded") }]}
        >
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item name="days" label={t("expires")}>
          <Select
            options={[
              { value: 30, label: t("days", { n: 30 }) },
              { value: 90, label: t("days", { n: 90 }) },
              { value: 365, label: t("oneYear") },
            ]}
          />
        </Form.Item>
        <Form.Item name="unit" label={t("limitUnit")} extra={t("limitUnitHint")}>
          <UnitPicker allowClear />
        </Form.Item>
        <Form.Item name="scopes" label={t("scopes")} rules={[{ required: true, message: t("rightsNeeded") }]}>
          <Rights among={me.permissions} />
        </Form.Item>
        <FormProblem refusal={refusal} />
      </Form>
    </SidePanel>
  );
}
