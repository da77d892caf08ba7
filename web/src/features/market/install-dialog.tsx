import { Button, Checkbox, Modal, Progress } from "antd";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { afterSample } from "@/lib/apps";
import type { Problem } from "@/lib/problem";
import { useWrite } from "@/lib/write";
import { FormProblem } from "@/ui/field-error";
import { install, type Template } from "./market";
import styles from "./market.module.css";
import { marketTexts } from "./market-texts";
import { brought } from "./template-card";

/** Asks what to bring, brings it, and says where to go from there. */
export function InstallDialog({ template, onClose }: { template: Template; onClose: () => void }) {
  const t = marketTexts.use();
  const [withSample, setWithSample] = useState(true);
  const [problem, setProblem] = useState<Problem>();
  const write = useWrite({
    run: (ask: { sample: boolean; rename: boolean }, key) => install(template.key, ask.sample, key, ask.rename),
    refresh: afterSample,
    onRefused: setProblem,
  });
  const { name, sample } = template;
  // What is taken here already need not stand in the way: the app takes other keys.
  const isTaken = problem?.errors.some((error) => error.code === "part-key-taken") ?? false;
  if (write.isSuccess)
    return (
      <Modal
        open
        title={t("done", { name })}
        footer={<Button onClick={onClose}>{t("close")}</Button>}
        onCancel={onClose}
      >
        <NextSteps
          tables={write.data.items.filter((item) => item.kind === "tables").map((it) => it.localKey ?? it.key)}
        />
      </Modal>
    );
  return (
    <Modal
      open
      title={t("installNamed", { name })}
      okText={t(isTaken ? "renameInstall" : "doInstall")}
      cancelText={t("cancel")}
      okButtonProps={{ loading: write.isPending }}
      closable={!write.isPending}
      mask={{ closable: !write.isPending }}
      cancelButtonProps={{ disabled: write.isPending }}
      onOk={() => {
        write.mutate({ sample: withSample, rename: isTaken });
      }}
      onCancel={onClose}
    >
      <div className={styles.stack}>
        <dl className={styles.brings}>
          {brought
            .filter((list) => template.brings[list].length > 0)
            .map((list) => (
              <div key={list}>
                <dt className="c2">{t(list, { n: template.brings[list].length })}</dt>
                <dd>{template.brings[list].join(" · ")}</dd>
              </div>
            ))}
        </dl>
        <Checkbox
          checked={withSample}
          disabled={write.isPending}
          onChange={(event) => setWithSample(event.target.checked)}
        >
          {t("withSample")}
          <span className={`${styles.under} t12 c3`}>
            {t(sample.objects ? "sampleHintObjects" : "sampleHint", sample)}
          </span>
        </Checkbox>
        {write.isPending && <Working />}
        <FormProblem refusal={{ problem, loose: problem?.errors ?? [] }} />
      </div>
    </Modal>
  );
}

/** How far it may be: the server answers once, at the end. */
function Working() {
  const t = marketTexts.use();
  const [percent, setPercent] = useState(4);
  useEffect(() => {
    const step = setInterval(() => setPercent((now) => now + (96 - now) * 0.12), 400);
    return () => clearInterval(step);
  }, []);
  return (
    <div role="status">
      <p className="t13 c2">{t("working")}</p>
      <Progress percent={Math.round(percent)} showInfo={false} aria-label={t("working")} />
    </div>
  );
}

function NextSteps({ tables }: { tables: string[] }) {
  const t = marketTexts.use();
  const ways: [string, string][] = [
    ["/boards/health?grain=month", t("toBoard")],
    ...(tables[0] ? [[`/tables/${tables[0]}/fields`, t("toModel")] as [string, string]] : []),
    ...(tables[0] ? [[`/tables/${tables[0]}?record=new`, t("toRecord")] as [string, string]] : []),
    ["/scenes", t("toScene")],
    ["/organisation", t("toPeople")],
  ];
  return (
    <div className={styles.stack}>
      <p className="c2">{t("doneHint")}</p>
      <ul className={styles.ways}>
        {ways.map(([to, label]) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
