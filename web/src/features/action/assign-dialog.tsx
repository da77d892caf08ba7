import { useQuery } from "@tanstack/react-query";
import { App, DatePicker, Modal, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { api } from "@/lib/api";
import { useDates, withOffset } from "@/lib/dates";
import type { Ref } from "@/lib/me";
import { nodesQuery } from "@/lib/nodes";
import type { Problem } from "@/lib/problem";
import { useWrite } from "@/lib/write";
import { FormProblem } from "@/ui/field-error";
import { PersonPicker } from "@/ui/person-picker";
import { actionTexts } from "./action-texts";
import styles from "./lists.module.css";

/** A lead asks one person for one action by a time. */
export function AssignDialog({ onClose }: { onClose: () => void }) {
  const t = actionTexts.use();
  const { message } = App.useApp();
  const { timeZone } = useDates();
  const nodes = useQuery(nodesQuery).data ?? [];
  const [node, setNode] = useState<string>();
  const [person, setPerson] = useState<Ref>();
  const [due, setDue] = useState<Dayjs>(() => dayjs().add(1, "day").hour(18).minute(0));
  const [problem, setProblem] = useState<Problem>();
  const assign = useWrite({
    run: (body: object, key) => api.post("/expectations", body, { key }),
    refresh: [["expectations"], ["todo"]],
    onDone: () => {
      message.success(t("assigned", { name: person?.name ?? "" }));
      onClose();
    },
    onRefused: setProblem,
  });
  return (
    <Modal
      open
      title={t("assignTitle")}
      okText={person ? t("assignDo", { name: person.name }) : t("assign")}
      okButtonProps={{ disabled: !node || !person }}
      confirmLoading={assign.isPending}
      onOk={() =>
        assign.mutate({ node, subject: { id: person?.id }, due: withOffset(due.format("YYYY-MM-DDTHH:mm"), timeZone) })
      }
      onCancel={onClose}
      width={440}
    >
      <div className={styles.form}>
        <div>
          <span className="t12 c2">{t("action")}</span>
          <Select
            aria-label={t("action")}
            value={node ?? null}
            showSearch={{ optionFilterProp: "label" }}
            options={nodes.map((one) => ({ value: one.key, label: one.name }))}
            onChange={(key: string) => setNode(key)}
          />
        </div>
        <div>
          <span className="t12 c2">{t("assignTo")}</span>
          <PersonPicker label={t("assignTo")} value={person} onChange={setPerson} />
        </div>
        <div>
          <span className="t12 c2">{t("assignDue")}</span>
          <DatePicker
            aria-label={t("assignDue")}
            showTime={{ format: "HH:mm", minuteStep: 15 }}
            format="YYYY-MM-DD HH:mm"
            allowClear={false}
            value={due}
            onChange={(next) => next && setDue(next)}
          />
        </div>
        <FormProblem refusal={{ problem, loose: problem?.errors ?? [] }} />
      </div>
    </Modal>
  );
}
