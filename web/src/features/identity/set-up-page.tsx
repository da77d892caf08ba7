import { Button, Form, Input } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { api } from "@/lib/api";
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
  const [isGone, setGone] = useState(false);
  const enter = useEnter();
  const create = useWrite({
    run: async (first: FirstCompany, key) => {
      await api.post(`/setup/${encodeURIComponent(token)}`, first, { key });
      await api.post("/sessions", { login: first.email, password: first.password });
    },
    onDone: enter,
    onRefused: (problem) => (problem.status === 404 || problem.status === 410 ? setGone(true) : refusal.show(problem)),
  });
  if (isGone)
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
