import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { api } from "@/lib/api";
import { useWrite } from "@/lib/write";
import { FormProblem, useFormProblem } from "@/ui/field-error";
import { useEnter } from "./enter";
import { Front } from "./front";
import styles from "./front.module.css";
import { identityTexts } from "./identity-texts";
import { trialOffer } from "./trial-offer";

interface Credentials {
  login: string;
  password: string;
  tenant?: string;
}

interface Choice {
  tenant: string;
  name: string;
}

/** Sign-in, and where an account is a member of several companies the choice of one. */
export default function SignInPage() {
  const t = identityTexts.use();
  const [form] = Form.useForm<Credentials>();
  const refusal = useFormProblem(form);
  const [choices, setChoices] = useState<Choice[]>();
  const enter = useEnter(useSearchParams()[0].get("to"));
  const offer = useQuery(trialOffer).data;
  const signIn = useWrite({
    run: (credentials: Credentials, key) => api.post<{ choose?: Choice[] }>("/sessions", credentials, { key }),
    onDone: async ({ choose }) => {
      if (choose) setChoices(choose);
      else await enter();
    },
    onRefused: refusal.show,
  });
  const credentials = (): Credentials => form.getFieldsValue(true);
  return (
    <Front
      title={choices ? t("chooseTenant") : t("signIn")}
      hint={choices ? t("chooseHint", { login: credentials().login, n: choices.length }) : t("signInHint")}
    >
      <Form
        form={form}
        name="sign-in"
        layout="vertical"
        hidden={choices !== undefined}
        onFinish={(values) => signIn.mutate(values)}
        onValuesChange={refusal.clear}
      >
        <Form.Item name="login" label={t("login")} rules={[{ required: true, message: t("loginNeeded") }]}>
          <Input size="large" autoComplete="username" autoCapitalize="off" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item name="password" label={t("password")} rules={[{ required: true, message: t("passwordNeeded") }]}>
          <Input.Password size="large" autoComplete="current-password" />
        </Form.Item>
        <FormProblem refusal={refusal} />
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {t("signIn")}
        </Button>
        {offer?.open && (
          <p className={styles.aside}>
            {t("noAccountYet")} <Link to="/trial">{t("toTrial", { n: offer.days })}</Link>
          </p>
        )}
      </Form>
      {choices && (
        <>
          <ul className={styles.choices}>
            {choices.map(({ tenant, name }) => (
              <li key={tenant}>
                <button
                  type="button"
                  className={styles.choice}
                  disabled={signIn.isPending}
                  onClick={() => signIn.mutate({ ...credentials(), tenant })}
                >
                  <span className="sp">{name}</span>
                  <ChevronRight size={16} aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
          <FormProblem refusal={refusal} />
          <Button type="link" style={{ paddingInline: 0, marginTop: 12 }} onClick={() => setChoices(undefined)}>
            {t("otherLogin")}
          </Button>
        </>
      )}
    </Front>
  );
}
