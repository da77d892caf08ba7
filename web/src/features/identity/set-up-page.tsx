import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { Link, useParams } from "react-router";
import { address, api, send } from "@/lib/api";
import { asProblem } from "@/lib/problem";
import { useWrite } from "@/lib/write";
import { FormProblem, useFormProblem } from "@/ui/field-error";
import { useEnter } from "./enter";
import { Front } from "./front";
import { identityTexts } from "./identity-texts";

interface FirstCompany {
  company: string;
  name: string;
  email: string;
  password: string;
}

/** The first company and its admin, by the one-time link that the server prints. */
export default function SetUpPage() {
  const t = identityTexts.use();
  const { token = "" } = useParams();
  const [form] = Form.useForm<FirstCompany>();
  const refusal = useFormProblem(form);
  const path = `/setup/${encodeURIComponent(token)}`;
  const link = useQuery({
    queryKey: ["setup", token],
    queryFn: async ({ signal }) => (await send("GET", address(path), undefined, { signal })).status,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const enter = useEnter();
  const create = useWrite({
    run: (first: FirstCompany, key) => api.post(path, first, { key }),
    onDone: () => enter(),
    onRefused: refusal.show,
  });
  if (link.error && asProblem(link.error).status === 404)
    return (
      <Front title={t("setUpDone")} hint={t("setUpDoneHint")}>
        <Link to="/sign-in">{t("toSignIn")}</Link>
      </Front>
    );
  return (
    <Front title={t("setUp")} hint={t("setUpHint")}>
      <Form
        form={form}
        name="set-up"
        layout="vertical"
        onFinish={(first) => create.mutate(first)}
        onValuesChange={refusal.clear}
      >
        <Form.Item
          name="company"
          label={t("company")}
          rules={[{ required: true, whitespace: true, message: t("companyNeeded") }]}
        >
          <Input size="large" autoComplete="organization" autoFocus />
        </Form.Item>
        <Form.Item
          name="name"
          label={t("name")}
          rules={[{ required: true, whitespace: true, message: t("nameNeeded") }]}
        >
          <Input size="large" autoComplete="name" />
        </Form.Item>
        <Form.Item name="email" label={t("email")} rules={[{ required: true, message: t("emailNeeded") }]}>
          <Input size="large" type="email" autoComplete="username" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("password")}
          extra={t("passwordHint")}
          rules={[{ required: true, message: t("passwordNeeded") }]}
        >
          <Input.Password size="large" autoComplete="new-password" />
        </Form.Item>
        <FormProblem refusal={refusal} />
        <Button type="primary" htmlType="submit" size="large" block loading={create.isPending}>
          {t("create")}
        </Button>
      </Form>
    </Front>
  );
}
