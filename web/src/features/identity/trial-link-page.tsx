import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { Link, useParams } from "react-router";
import { api } from "@/lib/api";
import { asProblem } from "@/lib/problem";
import { useWrite } from "@/lib/write";
import { FormProblem, useFormProblem } from "@/ui/field-error";
import { Trouble, Waiting } from "@/ui/states";
import { useEnter } from "./enter";
import { Front } from "./front";
import styles from "./front.module.css";
import { identityTexts } from "./identity-texts";

interface Opened {
  email: string;
  company: string;
  hasAccount: boolean;
}

interface Confirmation {
  name?: string;
  password: string;
}

/** Where the link in the mail leads: a name and a password, and the company is there. */
export default function TrialLinkPage() {
  const t = identityTexts.use();
  const { token = "" } = useParams();
  const path = `/trials/${encodeURIComponent(token)}`;
  const opened = useQuery({
    queryKey: ["trial", token],
    queryFn: ({ signal }) => api.get<Opened>(path, {}, signal),
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (opened.data) return <Confirm path={path} opened={opened.data} />;
  if (!opened.error) return <Waiting />;
  if (asProblem(opened.error).status !== 404)
    return <Trouble problem={opened.error} onRetry={() => opened.refetch()} />;
  return (
    <Front title={t("trialGone")} hint={t("trialGoneHint")}>
      <Link to="/sign-in">{t("toSignIn")}</Link>
      <p className={styles.aside}>
        <Link to="/trial">{t("askAgain")}</Link>
      </p>
    </Front>
  );
}

function Confirm({ path, opened }: { path: string; opened: Opened }) {
  const t = identityTexts.use();
  const [form] = Form.useForm<Confirmation>();
  const refusal = useFormProblem(form);
  const enter = useEnter();
  const { email, company, hasAccount } = opened;
  const confirm = useWrite({
    run: (confirmation: Confirmation, key) => api.post(`${path}:confirm`, confirmation, { key }),
    onDone: () => enter(),
    onRefused: refusal.show,
  });
  return (
    <Front title={t("trialOf", { company })} hint={hasAccount ? t("trialOfAccount") : t("trialOfHint")}>
      <Form
        form={form}
        name="trial-link"
        layout="vertical"
        onFinish={(values) => confirm.mutate(values)}
        onValuesChange={refusal.clear}
      >
        <Form.Item label={t("signInsFor")} htmlFor="trial-link-login">
          <Input id="trial-link-login" size="large" variant="filled" readOnly autoComplete="username" value={email} />
        </Form.Item>
        {!hasAccount && (
          <Form.Item
            name="name"
            label={t("name")}
            rules={[{ required: true, whitespace: true, message: t("nameNeeded") }]}
          >
            <Input size="large" autoComplete="name" autoFocus />
          </Form.Item>
        )}
        <Form.Item
          name="password"
          label={hasAccount ? t("accountPassword") : t("password")}
          extra={hasAccount ? undefined : t("passwordHint")}
          rules={[{ required: true, message: t("passwordNeeded") }]}
        >
          <Input.Password
            size="large"
            autoComplete={hasAccount ? "current-password" : "new-password"}
            autoFocus={hasAccount}
          />
        </Form.Item>
        <FormProblem refusal={refusal} />
        <Button type="primary" htmlType="submit" size="large" block loading={confirm.isPending}>
          {t("openTrial")}
        </Button>
      </Form>
    </Front>
  );
}
