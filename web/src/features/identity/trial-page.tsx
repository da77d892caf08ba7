import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "@/lib/api";
import { language } from "@/lib/language";
import { useWrite } from "@/lib/write";
import { FormProblem, useFormProblem } from "@/ui/field-error";
import { Trouble, Waiting } from "@/ui/states";
import { Front } from "./front";
import styles from "./front.module.css";
import { identityTexts } from "./identity-texts";
import { trialOffer } from "./trial-offer";

interface Wish {
  email: string;
  company: string;
}

/** Asks for a trial. Afterwards it says where the link goes, and the same for every address. */
export default function TrialPage() {
  const t = identityTexts.use();
  const offer = useQuery(trialOffer);
  if (offer.data?.open) return <Ask days={offer.data.days} />;
  if (offer.error) return <Trouble problem={offer.error} onRetry={() => offer.refetch()} />;
  if (!offer.data) return <Waiting />;
  return (
    <Front title={t("noTrials")} hint={t("noTrialsHint")}>
      <Link to="/sign-in">{t("toSignIn")}</Link>
    </Front>
  );
}

function Ask({ days }: { days: number }) {
  const t = identityTexts.use();
  const lang = language.use();
  const [form] = Form.useForm<Wish>();
  const refusal = useFormProblem(form);
  const [sentTo, setSentTo] = useState<string>();
  const ask = useWrite({
    run: (wish: Wish, key) => api.post("/trials", { ...wish, locale: lang }, { key }),
    onDone: (_, { email }) => setSentTo(email.trim()),
    onRefused: refusal.show,
  });
  return (
    <Front
      title={sentTo ? t("linkSent") : t("trial", { n: days })}
      hint={sentTo ? t("linkSentHint", { email: sentTo }) : t("trialHint")}
    >
      {sentTo && (
        <>
          <p className="c2">{t("linkLate")}</p>
          <Button className={styles.aside ?? ""} onClick={() => setSentTo(undefined)}>
            {t("sendAgain")}
          </Button>
        </>
      )}
      <Form
        form={form}
        name="trial"
        layout="vertical"
        hidden={sentTo !== undefined}
        onFinish={(wish) => ask.mutate(wish)}
        onValuesChange={refusal.clear}
      >
        <Form.Item
          name="email"
          label={t("workEmail")}
          extra={t("workEmailHint")}
          rules={[{ required: true, whitespace: true, message: t("workEmailNeeded") }]}
        >
          <Input
            size="large"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="off"
            spellCheck={false}
            autoFocus
          />
        </Form.Item>
        <Form.Item
          name="company"
          label={t("company")}
          rules={[{ required: true, whitespace: true, message: t("companyNeeded") }]}
        >
          <Input size="large" autoComplete="organization" maxLength={100} />
        </Form.Item>
        <FormProblem refusal={refusal} />
        <Button type="primary" htmlType="submit" size="large" block loading={ask.isPending}>
          {t("sendLink")}
        </Button>
        <p className={styles.aside}>
          <Link to="/sign-in">{t("toSignInInstead")}</Link>
        </p>
      </Form>
    </Front>
  );
}
