import { App, Button, Form, Input, Segmented, Select } from "antd";
import { api } from "@/lib/api";
import { type Appearance, appearance } from "@/lib/appearance";
import { type Language, language } from "@/lib/language";
import { useMe } from "@/lib/me";
import { useWrite } from "@/lib/write";
import { Chip } from "@/ui/chip";
import { FormProblem, useFormProblem } from "@/ui/field-error";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { useRoleName } from "@/ui/role-name";
import styles from "./account-page.module.css";
import { identityTexts } from "./identity-texts";
import { Sessions } from "./sessions";
import { useSignOut } from "./sign-out";

/** One's own account: who one is here, how the screen looks, password, devices. */
export default function AccountPage() {
  const t = identityTexts.use();
  const signOut = useSignOut();
  return (
    <Page head={<PageHead title={t("account")} actions={<Button onClick={signOut}>{t("signOut")}</Button>} />}>
      <div className={styles.sections}>
        <Profile />
        <Looks />
        <Sessions />
        <ChangePassword />
      </div>
    </Page>
  );
}

function Profile() {
  const t = identityTexts.use();
  const { account, tenant, person, roles } = useMe();
  const roleName = useRoleName();
  const rows = [
    [t("fullName"), person?.name ?? account.name],
    [t("signInsFor"), account.login],
    [t("tenant"), tenant.name],
    ...(person?.unit ? [[t("unit"), person.unit.name]] : []),
  ];
  return (
    <section className={`${styles.section} card`}>
      <h2>{t("profile")}</h2>
      <dl className={styles.facts}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t("myRoles")}</dt>
          <dd className={styles.chips}>
            {roles.length === 0 && <span className="c3">{t("noRoles")}</span>}
            {roles.map((role) => (
              <Chip key={role}>{roleName({ key: role })}</Chip>
            ))}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Looks() {
  const t = identityTexts.use();
  const looks = appearance.use();
  const lang = language.use();
  const keep = useWrite({ run: (locale: Language, key) => api.patch("/me", { locale }, { key }), refresh: [["me"]] });
  return (
    <section className={`${styles.section} card`}>
      <h2>{t("looks")}</h2>
      <dl className={styles.facts}>
        <div>
          <dt>{t("language")}</dt>
          <dd>
            <Select<Language>
              aria-label={t("language")}
              value={lang}
              onChange={(next) => {
                language.set(next);
                keep.mutate(next);
              }}
              options={[
                { value: "zh-CN", label: t("chinese") },
                { value: "en", label: t("english") },
              ]}
              style={{ width: 160 }}
            />
          </dd>
        </div>
        <div>
          <dt>{t("appearance")}</dt>
          <dd>
            <Segmented<Appearance>
              aria-label={t("appearance")}
              value={looks}
              onChange={appearance.set}
              options={(["light", "dark", "system"] as const).map((value) => ({ value, label: t(value) }))}
            />
            <p className="t12 c3">{t("thisBrowser")}</p>
          </dd>
        </div>
      </dl>
    </section>
  );
}

interface Passwords {
  current: string;
  next: string;
  repeat: string;
}

function ChangePassword() {
  const t = identityTexts.use();
  const { message } = App.useApp();
  const { account } = useMe();
  const [form] = Form.useForm<Passwords>();
  const refusal = useFormProblem(form);
  const change = useWrite({
    run: ({ current, next }: Passwords, key) => api.put("/account/password", { current, next }, { key }),
    refresh: [["sessions"]],
    onDone: () => {
      form.resetFields();
      message.success(t("passwordChanged"));
    },
    onRefused: refusal.show,
  });
  return (
    <section className={`${styles.section} card`}>
      <h2>{t("changePassword")}</h2>
      <Form
        form={form}
        name="passwords"
        layout="vertical"
        className={styles.form ?? ""}
        onFinish={(passwords) => change.mutate(passwords)}
        onValuesChange={refusal.clear}
      >
        <input type="text" autoComplete="username" aria-label={t("signInsFor")} value={account.login} readOnly hidden />
        <Form.Item name="current" label={t("current")} rules={[{ required: true, message: t("passwordNeeded") }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={t("next")}
          extra={t("passwordHint")}
          rules={[{ required: true, message: t("nextNeeded") }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="repeat"
          label={t("repeat")}
          dependencies={["next"]}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, value) => {
                if (value !== getFieldValue("next")) throw new Error(t("repeatDiffers"));
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <FormProblem refusal={refusal} />
        <Button htmlType="submit" loading={change.isPending}>
          {t("savePassword")}
        </Button>
      </Form>
    </section>
  );
}
