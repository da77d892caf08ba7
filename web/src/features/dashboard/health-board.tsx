import { Problem } from "@/lib/problem";
import { Figure, FigureStrip } from "@/ui/figure";
import { Trouble } from "@/ui/states";
import { CompletionByUnit } from "./completion-by-unit";
import { dashboardTexts } from "./dashboard-texts";
import { DueNow } from "./due-now";
import styles from "./health.module.css";
import type { Cell, Health } from "./health-query";
import { Latest } from "./latest";
import { QualityMix } from "./quality-mix";
import { Trend } from "./trend";

interface Props {
  health: Health;
  picked: string | undefined;
  onPick: (address: string) => void;
  onRetry: () => void;
}

export function HealthBoard({ health, picked, onPick, onRetry }: Props) {
  const t = dashboardTexts.use();
  const { completion, quality, due, latest } = health.widgets;
  const missing = (what: string) => (
    <section className={`card ${styles.widget}`}>
      <Trouble what={what} problem={new Problem(500)} onRetry={onRetry} />
    </section>
  );
  return (
    <>
      <KeyFigures health={health} picked={picked} onPick={onPick} />
      <div className={styles.grid}>
        <div className={styles.column}>
          {quality ? <QualityMix answer={quality} onPick={onPick} /> : missing(t("quality"))}
          {completion ? <CompletionByUnit answer={completion} chosen={picked} onPick={onPick} /> : missing(t("byUnit"))}
        </div>
        <div className={styles.column}>
          {completion ? (
            <Trend
              points={completion.trend ?? []}
              threshold={completion.threshold}
              running={health.running}
              name={health.unit?.name ?? t("company")}
              onPick={onPick}
            />
          ) : (
            missing(t("trend"))
          )}
          {due ? <DueNow due={due} chosen={picked} onPick={onPick} /> : missing(t("due"))}
          {latest ? <Latest records={latest.items} /> : missing(t("latest"))}
        </div>
      </div>
    </>
  );
}

function KeyFigures({ health, picked, onPick }: Omit<Props, "onRetry">) {
  const t = dashboardTexts.use();
  const { figures = {}, completion, quality, evidence } = health.widgets;
  const shown = [
    {
      key: "completion",
      label: t("completion"),
      text: t("completionText"),
      share: "completionShare",
      cell: figures.completion ?? completion?.total,
      answer: completion,
    },
    {
      key: "evidence",
      label: t("evidence"),
      text: t("evidenceText"),
      share: "evidenceShare",
      cell: figures.evidence ?? evidence?.total,
      answer: evidence,
    },
    {
      key: "quality",
      label: t("qualityRate"),
      text: t("qualityText"),
      share: "qualityShare",
      cell: figures.quality ?? quality?.total,
      answer: quality,
    },
    { key: "proven", label: t("proven"), text: t("provenText"), share: "completionShare", cell: figures.proven },
  ] as const;
  return (
    <FigureStrip>
      {shown.map(({ key, label, text, share, cell, ...rest }) => {
        if (!cell) return null;
        const answer = "answer" in rest ? rest.answer : undefined;
        const threshold = cell.threshold ?? answer?.threshold ?? undefined;
        const trend = answer?.trend?.map((point) => point.value);
        return (
          <div key={key} className={styles.figureCell} aria-current={picked === `figure:${key}`}>
            <Figure
              label={label}
              rate={cell as Cell}
              definition={answer?.definition ? `${answer.definition.text} v${answer.definition.version}` : text}
              count={t(share, { numerator: cell.numerator, denominator: cell.denominator })}
              {...(threshold === undefined ? {} : { threshold })}
              {...(trend && trend.length > 1 ? { trend } : {})}
            />
            {cell.drill && (
              <button
                type="button"
                className={styles.stretched}
                aria-label={`${label} ${t("toList", { n: cell.denominator })}`}
                onClick={() => onPick(`figure:${key}`)}
              />
            )}
          </div>
        );
      })}
    </FigureStrip>
  );
}
