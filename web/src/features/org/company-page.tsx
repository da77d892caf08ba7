import { useQuery } from "@tanstack/react-query";
import { App, Button, Form, Input } from "antd";
import { api } from "@/lib/api";
import { useWrite } from "@/lib/write";
import { FormProblem, useFormProblem } from "@/ui/field-error";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { Load } from "@/ui/states";
import styles from "./company-page.module.css";
import { orgTexts } from "./org-texts";

interface Company {
  name: string;
  zone: string;
  embedOrigins: string[];
}

interface Fields {
  name: string;
  origins: string;
}

/** The company's name and the outside pages that may carry the assessment box. */
export default function CompanyPage() {
  const t = orgTexts.use();
  const company = useQuery({
    queryKey: ["tenant"],
    queryFn: ({ signal }) => api.get<Company>("/tenant", {}, signal),
    refetchOnWindowFocus: false,
  });
  return (
    <Page head={<PageHead title={t("companyTitle")} />}>
      <div className={`${styles.company} card`}>
        <Load query={company} what={t("companyTitle")}>
          {(one) => <CompanyForm company={one} />}
        </Load>
      </div>
    </Page>
  );
}

/** One address a line, without blanks and empty lines. */
const lines = (text: string) =>
  text
    .split(/\s+/)
    .map((line) => line.replace(/\/+$/, ""))
    .filter(Boolean);

function CompanyForm({ company }: { company: Company }) {
  const t = orgTexts.use();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const refusal = useFormProblem(form, (field) => (field.startsWith("embedOrigins") ? "origins" : field));
  const save = useWrite({
    run: ({ name, origins }: Fields, key) => api.patch("/tenant", { name, embedOrigins: lines(origins) }, { key }),
    refresh: [["tenant"], ["me"]],
    onDone: () => message.info(t("saved")),
    onRefused: refusal.show,
  });
  return (
    <Form
      form={form}
      name="company"
      layout="vertical"
      initialValues={{ name: company.name, origins: company.embedOrigins.join("\n") }}
      onFinish={(fields) => save.mutate(fields)}
      onValuesChange={refusal.clear}
    >
      <Form.Item
        name="name"
        label={t("companyName")}
        rules={[{ required: true, whitespace: true, message: t("companyNameNeeded") }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item label={t("zone")} extra={t("zoneHint")}>
        <p>{company.zone}</p>
      </Form.Item>
      <Form.Item name="origins" label={t("origins")} extra={t("originsHint")}>
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 10 }}
          spellCheck={false}
          placeholder="https://crm.example.com"
        />
      </Form.Item>
      <FormProblem refusal={refusal} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t("save")}
      </Button>
    </Form>
  );
}
