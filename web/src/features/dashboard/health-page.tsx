import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useCallback, useEffect } from "react";
import { Link, useSearchParams } from "react-router";
import { useDates } from "@/lib/dates";
import { useLive } from "@/lib/live";
import { useMay, useMe } from "@/lib/me";
import { asProblem } from "@/lib/problem";
import { Chip } from "@/ui/chip";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { SampleNotice } from "@/ui/sample-notice";
import { Empty, Trouble, Waiting } from "@/ui/states";
import { UnitPicker } from "@/ui/unit-picker";
import { cellBehind } from "./cells";
import { dashboardTexts } from "./dashboard-texts";
import { DrillPanel } from "./drill-panel";
import styles from "./health.module.css";
import { HealthBoard } from "./health-board";
import { type Health, healthQuery, type Question } from "./health-query";
import { HealthSkeleton } from "./health-skeleton";
import { keepCopy, useLastCopy } from "./last-copy";
import { periodByKey, periodOf } from "./period";
import { PeriodStepper } from "./period-stepper";

/** 动作健康度: are the key actions done, proven and good, here and now. */
export default function HealthPage() {
  const t = dashboardTexts.use();
  const me = useMe();
  const may = useMay();
  const { iso, time } = useDates();
  const [address, setAddress] = useSearchParams();
  const today = iso(new Date());
  const named = periodByKey(address.get("period") ?? "");
  const grain = named?.grain ?? (address.get("grain") === "month" ? "month" : "week");
  // No period named: the server opens on the newest one that has something to see.
  const question: Question = { grain, period: named?.key, unit: address.get("unit") ?? undefined };
  const picked = address.get("cell") ?? undefined;
  const set = useCallback(
    (changes: Record<string, string | undefined>) =>
      setAddress(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) value ? next.set(name, value) : next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setAddress],
  );
  const client = useQueryClient();
  const liveness = useLive("health", () => {
    client.invalidateQueries({ queryKey: ["dashboards", "health"] });
    client.invalidateQueries({ queryKey: ["drill"] });
  });
  const board = useQuery({
    ...healthQuery(question),
    placeholderData: keepPreviousData,
    enabled: may("metrics.read"),
    // A stream that died without a word is noticed within a minute.
    refetchInterval: 60_000,
  });
  useEffect(() => {
    if (board.data && !board.isPlaceholderData) keepCopy(question, board.data);
  });
  const copy = useLastCopy(question);
  const health: Health | undefined = board.data ?? copy.shown;
  const period = named ?? periodByKey(health?.grain === grain ? health.period : "") ?? periodOf(today, grain);
  const stale = liveness === "reconnecting" || (health !== undefined && board.isError);

  if (!may("metrics.read") || asProblem(board.error).status === 403)
    return (
      <Page head={<PageHead title={t("title")} trail={[{ label: t("boards") }]} />}>
        <Empty title={t("noRight")}>{t("noRightHint")}</Empty>
      </Page>
    );
  return (
    <Page
      head={
        <PageHead
          title={t("title")}
          trail={[{ label: t("boards") }]}
          tags={health?.running && <Chip look="dashed">{t("running")}</Chip>}
          note={
            health?.running
              ? t(grain === "week" ? "runningWeek" : "runningMonth", { time: time(health.asOf) })
              : health && !named && t(grain === "week" ? "newestWeek" : "newestMonth")
          }
        />
      }
      panel={
        picked &&
        health && (
          <DrillPanel
            shown={cellBehind(health, picked)}
            period={health.period}
            unit={health.unit?.name ?? ""}
            asOf={health.asOf}
            threshold={health.widgets.completion?.threshold}
            onClose={() => set({ cell: undefined })}
          />
        )
      }
    >
      <div className={styles.board}>
        <SampleNotice />
        <div className={styles.filters}>
          <div className={styles.scope}>
            <UnitPicker
              label={t("scope")}
              prefix={t("scope")}
              placeholder={t("everything")}
              allowClear
              value={question.unit}
              onChange={(unit) => set({ unit, cell: undefined })}
            />
          </div>
          {!me.scope.all && <span className="t12 c2">{t("yourScope", { n: me.scope.unitCount })}</span>}
          <span className="sp" />
          <PeriodStepper
            period={period}
            today={today}
            onChange={(next) => set({ grain: next.grain, period: next.key, cell: undefined })}
          />
        </div>
        {health ? (
          isBlank(health) ? (
            <div className="card">
              <Empty title={t("nothing")} actions={<Link to="/scenes">{t("toScenes")}</Link>}>
                {t("nothingHint")}
              </Empty>
            </div>
          ) : (
            <HealthBoard health={health} picked={picked} onPick={(cell) => set({ cell })} onRetry={board.refetch} />
          )
        ) : board.error ? (
          <div className="card">
            <Trouble
              what={t("title")}
              problem={board.error}
              onRetry={() => board.refetch()}
              last={
                copy.at && (
                  <Button type="link" onClick={copy.show}>
                    {t("lastCopy", { time: time(copy.at) })}
                  </Button>
                )
              }
            />
          </div>
        ) : (
          <Waiting>
            <HealthSkeleton />
          </Waiting>
        )}
        {health && (
          <p className={`${styles.foot} t12 c2`} role="status">
            {t("interval")}
            <span className="sp" />
            {t(stale ? "reconnecting" : "asOf", { time: time(health.asOf) })}
          </p>
        )}
      </div>
    </Page>
  );
}

const isBlank = ({ widgets }: Health) =>
  (widgets.completion?.items.length ?? 0) === 0 &&
  (widgets.quality?.items.length ?? 0) === 0 &&
  (widgets.latest?.items.length ?? 0) === 0 &&
  (widgets.due ? widgets.due.open + widgets.due.overdue + widgets.due.missed === 0 : true);
