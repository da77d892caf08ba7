import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { Check } from "lucide-react";
import { Link } from "react-router";
import { api } from "@/lib/api";
import { type DataTable, tablesQuery } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import { fieldTexts } from "@/ui/field/field-texts";
import { kindOf } from "@/ui/field/kinds";
import { Page } from "@/ui/page";
import { Load, useProblemText } from "@/ui/states";
import { type FirstSteps, firstStepsQuery, type StepKey } from "./first-steps";
import { templatesQuery } from "./market";
import styles from "./market.module.css";
import { marketTexts } from "./market-texts";

const minutes: Record<StepKey, number> = { template: 1, model: 1, people: 2, record: 1, board: 1 };

/** 开始: from nothing to a living board in five steps, which tick themselves. */
export default function StartPage() {
  const t = marketTexts.use();
  const steps = useQuery(firstStepsQuery);
  return (
    <Page>
      <title>{t("startTitle")}</title>
      <Load query={steps} what={t("startTitle")}>
        {(data) => (
          <div className={styles.start}>
            <Steps data={data} />
            <Preview />
          </div>
        )}
      </Load>
    </Page>
  );
}

function Steps({ data }: { data: FirstSteps }) {
  const t = marketTexts.use();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const done = data.steps.filter((step) => step.done).length;
  const current = data.steps.find((step) => !step.done)?.key;
  const put = useWrite({
    run: (dismissed: boolean, key) => api.patch<FirstSteps>("/first-steps", { dismissed }, { key }),
    refresh: [["first-steps"]],
    onRefused: (problem) => message.error(problemText(problem)),
  });
  return (
    <div>
      <h1 className={styles.startTitle}>{t("startTitle")}</h1>
      <p className="c2">
        {done === data.steps.length ? t("startDone") : t("startCount", { done, all: data.steps.length })}
      </p>
      <ol className={styles.steps}>
        {data.steps.map(({ key, done: isDone }, index) => (
          <li key={key} data-done={isDone} aria-current={key === current ? "step" : undefined}>
            <span className={styles.mark}>
              {isDone ? <Check size={14} aria-hidden="true" /> : index + 1}
              <span className="unseen">{t(isDone ? "stepDone" : "stepTodo")}</span>
            </span>
            <Step step={key} isDone={isDone} isCurrent={key === current} />
          </li>
        ))}
      </ol>
      <p className={styles.skip}>
        {data.dismissed && <span className="t13 c2">{t("skipped")}</span>}
        {(data.dismissed || current) && (
          <Button type="link" size="small" loading={put.isPending} onClick={() => put.mutate(!data.dismissed)}>
            {t(data.dismissed ? "reopen" : "skip")}
          </Button>
        )}
      </p>
    </div>
  );
}

function Step({ step, isDone, isCurrent }: { step: StepKey; isDone: boolean; isCurrent: boolean }) {
  const t = marketTexts.use();
  const table = useActionTable();
  const to: Record<StepKey, string> = {
    template: "/apps",
    model: table ? `/tables/${table.key}/fields` : "/tables",
    people: "/organisation",
    // An admin records for anybody; the page for staff only knows what is expected of oneself.
    record: table ? `/tables/${table.key}?record=new` : "/record",
    board: "/boards/health?grain=month",
  };
  return (
    <div className={styles.step}>
      <p className="row">
        <b className={isCurrent ? "t16" : ""}>{t(step)}</b>
        <span className="sp" />
        {!isDone && <span className="t12 c3">{t("about", { n: minutes[step] })}</span>}
      </p>
      <p className="t13 c2">{t(`${step}Hint`)}</p>
      <p>
        <Link to={to[step]} className={isCurrent ? styles.primary : "t13"}>
          {t(`${step}Do`)}
        </Link>
      </p>
    </div>
  );
}

/** The table that the first template made, or any action table. */
function useActionTable(): DataTable | undefined {
  const tables = useQuery(tablesQuery);
  return tables.data?.find((table) => table.actionTable);
}

function Preview() {
  const t = marketTexts.use();
  const word = fieldTexts.use();
  const table = useActionTable();
  const templates = useQuery(templatesQuery());
  const first = templates.data?.[0];
  const fieldsOf = (one: DataTable) =>
    one.fields.map((field) => [field.name, word(kindOf(field.type).label), field.required] as const);
  if (!table && !first) return null;
  return (
    <aside className={`card ${styles.preview}`} aria-label={table ? t("preview") : t("previewNone")}>
      <p className="row">
        <b>{table?.name ?? first?.brings.tables[0]}</b>
        <span className="t12 c3">{table ? t("preview") : t("previewNone")}</span>
      </p>
      <ul>
        {(table ? fieldsOf(table) : (first?.brings.fields ?? []).map((name) => [name, "", false] as const)).map(
          ([name, kind, required]) => (
            <li key={name}>
              <span>{name}</span>
              <span className="t13 c2">{kind}</span>
              <span className="t12 c3">{required ? t("required") : ""}</span>
            </li>
          ),
        )}
      </ul>
    </aside>
  );
}
