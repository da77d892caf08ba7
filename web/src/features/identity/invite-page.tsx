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
import { identityTexts } from "./identity-texts";

interface Invitation {
  company: string;
  name: string;
  /** The account that the invitation is for; without it the invited person names one. */
  login?: string | null;
}

interface Acceptance {
  login?: string;
  password: string;
  name?: string;
}

/** Where an invitation's link or QR code leads: a password, and one is in. */
export default function InvitePage() {
  const t = identityTexts.use();
  const { token = "" } = useParams();
  const path = `/invitations/${encodeURIComponent(token)}`;
  const invitation = useQuery({
    queryKey: ["invitation", token],
    queryFn: ({ signal }) => api.get<Invitation>(path, {}, signal),
    retry: false,
  });
  if (invitation.data) return <Accept path={path} invitation={invitation.data} />;
  if (!invitation.error) return <Waiting />;
  const { status } = asProblem(invitation.error);
  if (status !== 404 && status !== 410)
    return <Trouble problem={invitation.error} onRetry={() => invitation.refetch()} />;
  return (
    <Front title={t("inviteGone")} hint={t("inviteGoneHint")}>
      <Link to="/sign-in">{t("toSignIn")}</Link>
    </Front>
  );
}

function Accept({ path, invitation }: { path: string; invitation: Invitation }) {
  const t = identityTexts.use();
  const [form] = Form.useForm<Acceptance>();
  const refusal = useFormProblem(form);
  const enter = useEnter();
  const { login, company, name } = invitation;
  const join = useWrite({
    run: (acceptance: Acceptance, key) => api.post(`${path}:accept`, acceptance, { key }),
    onDone: () => enter(),
    onRefused: refusal.show,
  });
  return (
    <Front title={t("join", { company })} hint={t("joinHint")}>
      <Form
        form={form}
        name="join"
        layout="vertical"
        initialValues={{ name }}
        onFinish={(acceptance) => join.mutate(acceptance)}
        onValuesChange={refusal.clear}
      >
        <Form.Item
          name="name"
          label={t("name")}
          rules={[{ required: true, whitespace: true, message: t("nameNeeded") }]}
        >
          <Input size="large" autoComplete="name" />
        </Form.Item>
        {login ? (
          <Form.Item label={t("login")}>
            <Input size="large" value={login} readOnly autoComplete="username" aria-label={t("login")} />
          </Form.Item>
        ) : (
          <Form.Item name="login" label={t("login")} rules={[{ required: true, message: t("loginNeeded") }]}>
            <Input size="large" autoComplete="username" autoCapitalize="off" spellCheck={false} />
          </Form.Item>
        )}
        <Form.Item
          name="password"
          label={t("password")}
          extra={t("joinPassword")}
          rules={[{ required: true, message: t("passwordNeeded") }]}
        >
          <Input.Password size="large" autoComplete="new-password" />
        </Form.Item>
        <FormProblem refusal={refusal} />
        <Button type="primary" htmlType="submit" size="large" block loading={join.isPending}>
          {t("joinButton")}
        </Button>
      </Form>
    </Front>
  );
}
