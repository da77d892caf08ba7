import { useQuery } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { type Expectation, nodeKeyOf, nodeNameOf } from "@/lib/expectations";
import { useMay, useMe } from "@/lib/me";
import { nodesQuery } from "@/lib/nodes";
import type { Problem } from "@/lib/problem";
import { useWrite } from "@/lib/write";
import { FormProblem } from "@/ui/field-error";
import { SidePanel } from "@/ui/page";
import { Load } from "@/ui/states";
import { actionTexts } from "./action-texts";
import { ExpectationMark } from "./expectation-mark";
import styles from "./lists.module.css";

/** One row of the ledger; a lead may waive it, never their own. */
export function ExpectationPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery({
    queryKey: ["expectation", id],
    queryFn: ({ signal }) => api.get<Expectation>(`/expectations/${id}`, {}, signal),
  });
  const t = actionTexts.use();
  if (query.data) return <Shown expectation={query.data} onClose={onClose} />;
  return (
    <SidePanel title={t("expectations")} onClose={onClose}>
      <Load query={query}>{() => null}</Load>
    </SidePanel>
  );
}

function Shown({ expectation, onClose }: { expectation: Expectation; onClose: () => void }) {
  const t = actionTexts.use();
  const { moment, due, date } = useDates();
  const node = useQuery(nodesQuery).data?.find((one) => one.key === nodeKeyOf(expectation));
  const record = typeof expectation.record === "string" ? expectation.record : expectation.record?.id;
  const facts = [
    [t("state"), <ExpectationMark key="state" expectation={expectation} />],
    [t("person"), expectation.subject?.name],
    [t("unit"), expectation.unit?.name],
    [t("object"), expectation.object?.name],
    [t("opens"), moment(expectation.opens)],
    [t("due"), due(expectation.due)],
    [t("closes"), expectation.closes ? due(expectation.closes) : t("never")],
    [t("countsOn"), date(expectation.countsOn)],
    [t("version"), t("versionOf", { n: expectation.nodeVersion })],
  ] as const;
  return (
    <SidePanel title={nodeNameOf(expectation)} note={expectation.subject?.name} onClose={onClose}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {record && node && (
        <p className={styles.gap}>
          <Link to={`/tables/${node.table}?record=${record}`}>{t("openRecord")}</Link>
        </p>
      )}
      <Waiver expectation={expectation} />
    </SidePanel>
  );
}

function Waiver({ expectation }: { expectation: Expectation }) {
  const t = actionTexts.use();
  const may = useMay();
  const me = useMe();
  const { message } = App.useApp();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const refresh = [["expectations"], ["expectation", expectation.id], ["dashboards"], ["drill"]];
  const waive = useWrite({
    run: (why: string, key) => api.post(`/expectations/${expectation.id}:waive`, { reason: why }, { key }),
    refresh,
    onDone: () => message.success(t("waived")),
    onRefused: setProblem,
  });
  const unwaive = useWrite({
    run: (_: string, key) => api.post(`/expectations/${expectation.id}:unwaive`, undefined, { key }),
    refresh,
    onDone: () => message.success(t("unwaived")),
    onRefused: setProblem,
  });
  const own = me.person?.id === expectation.subject?.id;
  if (expectation.state === "exempt")
    return (
      <div className={styles.waiver}>
        <p>{t("waivedBy", { name: expectation.exempt?.by?.name ?? "", reason: expectation.exempt?.reason ?? "" })}</p>
        {may("expectations.waive") && !own && (
          <Button loading={unwaive.isPending} onClick={() => unwaive.mutate("")}>
            {t("unwaive")}
          </Button>
        )}
        <FormProblem refusal={{ problem, loose: problem?.errors ?? [] }} />
      </div>
    );
  if (!may("expectations.waive") || own || ["done", "doneLate", "cancelled"].includes(expectation.state)) return null;
  return (
    <form
      className={styles.waiver}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) waive.mutate(reason.trim());
      }}
    >
      <h3>{t("waiveTitle")}</h3>
      <label htmlFor="waive-reason" className="t12 c2">
        {t("waiveWhy")}
      </label>
      <Input.TextArea
        id="waive-reason"
        autoSize={{ minRows: 2 }}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className="t12 c2">{t("waiveHint")}</p>
      <FormProblem refusal={{ problem, loose: problem?.errors ?? [] }} />
      <Button htmlType="submit" disabled={!reason.trim()} loading={waive.isPending}>
        {t("waiveDo")}
      </Button>
    </form>
  );
}
