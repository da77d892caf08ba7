import { App, Button, Popconfirm } from "antd";
import { Download, FlaskConical } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { send } from "@/lib/api";
import { type Amount, afterSample, hasSample, type InstalledApp } from "@/lib/apps";
import { useDates } from "@/lib/dates";
import { useWrite } from "@/lib/write";
import { Chip } from "@/ui/chip";
import { useProblemText } from "@/ui/states";
import { ImportDialog } from "./import-dialog";
import { download, exportApp } from "./market";
import styles from "./market.module.css";
import { marketTexts } from "./market-texts";

/** What is installed, with its version, its sample data and the ways out. */
export function InstalledApps({ apps }: { apps: InstalledApp[] }) {
  const t = marketTexts.use();
  return (
    <section className={styles.collection} aria-label={t("mine")}>
      <h2>{t("mine")}</h2>
      <ul className={`card ${styles.installed}`}>
        {apps.map((app) => (
          <Row key={app.key} app={app} />
        ))}
      </ul>
    </section>
  );
}

function Row({ app }: { app: InstalledApp }) {
  const t = marketTexts.use();
  const { day } = useDates();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const [upgrading, setUpgrading] = useState(false);
  const save = useWrite({
    run: () => exportApp(app.key, {}),
    onDone: (file) => {
      download(`${app.key}-${app.version}.huoji-app.json`, file);
      message.info(t("exported", { name: app.name }));
    },
    onRefused: (problem) => message.error(problemText(problem)),
  });
  return (
    <li>
      <div className={styles.installedName}>
        <p className="row">
          <b>{app.tables[0] ? <Link to={`/tables/${app.tables[0]}`}>{app.name}</Link> : app.name}</b>
          <Chip look="outline">{app.version}</Chip>
        </p>
        <p className="t12 c3">
          {t("updated")} {day(app.updatedAt)}
          {hasSample(app) &&
            ` · ${t("sample")} ${t("sampleAmount", { records: app.sample.records, people: app.sample.people })}`}
        </p>
      </div>
      <div className={styles.installedDo}>
        {app.latest && <Button onClick={() => setUpgrading(true)}>{t("upgrade", { version: app.latest })}</Button>}
        {hasSample(app) && <Removal app={app} />}
        <Button icon={<Download size={14} />} loading={save.isPending} onClick={() => save.mutate()}>
          {t("export")}
        </Button>
      </div>
      {upgrading && <ImportDialog template={app.key} onClose={() => setUpgrading(false)} />}
    </li>
  );
}

/** Asks with all the numbers, then takes the sample data out. */
function Removal({ app }: { app: InstalledApp }) {
  const t = marketTexts.use();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const { name, sample } = app;
  const remove = useWrite({
    run: async (_: undefined, key) =>
      (await send<{ removed: Amount; kept: string[] }>("DELETE", `/api/v1/apps/${app.key}/sample`, undefined, { key }))
        .body,
    refresh: afterSample,
    onDone: ({ removed, kept }) =>
      message.info(
        kept.length > 0
          ? t("clearedKept", { records: removed.records, names: kept.join(" · ") })
          : t("cleared", { records: removed.records, people: removed.people }),
      ),
    onRefused: (problem) => message.error(problemText(problem)),
  });
  return (
    <Popconfirm
      title={t("clearAsk", { name })}
      description={<p className={styles.ask}>{t("clearHint", { ...sample })}</p>}
      okText={t("clearDo", { n: sample.records })}
      cancelText={t("cancel")}
      okButtonProps={{ danger: true }}
      onConfirm={() => remove.mutate(undefined)}
    >
      <Button icon={<FlaskConical size={14} />} loading={remove.isPending}>
        {t("clear")}
      </Button>
    </Popconfirm>
  );
}
