import { App, Button, DatePicker, Form } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWrite } from "@/lib/write";
import { Chip } from "@/ui/chip";
import { FormProblem, useFormProblem } from "@/ui/field-error";
import { Part } from "@/ui/part";
import { UnitPicker } from "@/ui/unit-picker";
import type { Membership, Person } from "./org";
import { orgTexts } from "./org-texts";
import styles from "./person-panel.module.css";

/** Where the person belonged over time, newest first, and the next move. */
export function Memberships({ person, canWrite }: { person: Person; canWrite: boolean }) {
  const t = orgTexts.use();
  const [isOpen, setOpen] = useState(false);
  const newestFirst = [...person.memberships].sort((a, b) => (b.from ?? "").localeCompare(a.from ?? ""));
  return (
    <Part
      title={t("history")}
      action={
        canWrite &&
        !isOpen && (
          <Button type="link" size="small" onClick={() => setOpen(true)}>
            {t("transfer")}
          </Button>
        )
      }
    >
      <ul>
        {newestFirst.map((membership) => (
          <MembershipRow key={`${membership.unit.id} ${membership.from}`} membership={membership} />
        ))}
      </ul>
      {isOpen && <Transfer person={person} onDone={() => setOpen(false)} />}
    </Part>
  );
}

function MembershipRow({ membership: { unit, from, to } }: { membership: Membership }) {
  const t = orgTexts.use();
  const when = useDates();
  const today = when.iso(new Date());
  // The end is the first day that no longer counts; people read the last one that does.
  const last = to && when.date(dayjs(to).subtract(1, "day").format("YYYY-MM-DD"));
  const first = from && when.date(from);
  const span =
    first && last
      ? t("fromTo", { from: first, to: last })
      : first
        ? t("since", { from: first })
        : last
          ? t("until", { to: last })
          : t("sinceEver");
  return (
    <li className={styles.item}>
      <span className="ell" title={unit.name}>
        {unit.name}
      </span>
      {from && from > today ? (
        <Chip look="dashed">{t("planned")}</Chip>
      ) : !to || to > today ? (
        <Chip>{t("now")}</Chip>
      ) : null}
      <span className="c2 nw">{span}</span>
    </li>
  );
}

interface Move {
  unit: string;
  from: Dayjs;
}

function Transfer({ person, onDone }: { person: Person; onDone: () => void }) {
  const t = orgTexts.use();
  const { message } = App.useApp();
  const [form] = Form.useForm<Move>();
  const refusal = useFormProblem(form);
  const move = useWrite({
    run: ({ unit, from }: { unit: string; from: string }, key) =>
      api.post<Person>(`/people/${person.id}:transfer`, { unit: { id: unit }, from }, { key, version: person.version }),
    refresh: [["people"], ["units"]],
    onDone: () => {
      message.info(t("saved"));
      onDone();
    },
    onRefused: refusal.show,
  });
  return (
    <Form
      form={form}
      name="move"
      layout="vertical"
      className={styles.form ?? ""}
      initialValues={{ from: dayjs() }}
      onFinish={({ unit, from }) => move.mutate({ unit, from: from.format("YYYY-MM-DD") })}
      onValuesChange={refusal.clear}
    >
      <div className={styles.pair}>
        <Form.Item name="unit" label={t("transferTo")} rules={[{ required: true, message: t("unitNeeded") }]}>
          <UnitPicker label={t("transferTo")} />
        </Form.Item>
        <Form.Item name="from" label={t("transferFrom")} rules={[{ required: true, message: t("transferFromNeeded") }]}>
          <DatePicker allowClear={false} style={{ width: "100%" }} />
        </Form.Item>
      </div>
      <p className="t12 c3" style={{ marginBottom: 12 }}>
        {t("transferHint")}
      </p>
      <FormProblem refusal={refusal} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={move.isPending}>
          {t("doTransfer")}
        </Button>
        <Button onClick={onDone}>{t("cancel")}</Button>
      </div>
    </Form>
  );
}
