import { useQuery } from "@tanstack/react-query";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useMay } from "@/lib/me";
import { actionTexts } from "./action-texts";
import styles from "./scene.module.css";

interface Item {
  keys: { node?: { key: string } };
  value: number | null;
  numerator: number;
  denominator: number;
  n: number;
  missed?: number;
  levels?: { MET?: number; IMPROVE?: number; SUPPORT?: number };
  notDone?: number;
}

export interface Counts {
  completion?: Item | undefined;
  quality?: Item | undefined;
}

/** Completion and quality of every node over the last seven days. */
export function useSevenDays() {
  const may = useMay();
  const { iso } = useDates();
  const from = iso(new Date(Date.now() - 7 * 86_400_000));
  const to = iso(new Date());
  const read = (metric: string) => ({
    queryKey: ["metrics", metric, "node", from, to],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.get<{ items: Item[] }>(`/metrics/${metric}`, { from, to, by: "node" }, signal),
    enabled: may("metrics.read"),
    staleTime: 60_000,
  });
  const completion = useQuery(read("completion")).data?.items;
  const quality = useQuery(read("quality")).data?.items;
  const find = (items: Item[] | undefined, key: string) => items?.find((item) => item.keys.node?.key === key);
  return { of: (key: string): Counts => ({ completion: find(completion, key), quality: find(quality, key) }) };
}

/** A rate with n and the mix as one bar: 达标, 待提升, 需支持, 未完成. */
export function SevenDays({ counts: { completion, quality } }: { counts: Counts }) {
  const t = actionTexts.use();
  if (!completion && !quality) return <span className="t12 c2">{t("nothingSeven")}</span>;
  const met = quality?.levels?.MET ?? 0;
  const improve = quality?.levels?.IMPROVE ?? 0;
  const support = quality?.levels?.SUPPORT ?? 0;
  const missed = completion?.missed ?? quality?.notDone ?? 0;
  const all = met + improve + support + missed;
  const value = completion?.value;
  return (
    <>
      <span className={styles.rate}>
        {value === null || value === undefined ? "–" : t("onTimeRate", { rate: Math.round(value * 100) })}
        <span className="t12 c2">n={completion?.n ?? quality?.n ?? 0}</span>
      </span>
      {all > 0 && (
        <span className={styles.mix} aria-hidden="true">
          <i data-part="met" style={{ flexGrow: met }} />
          <i data-part="improve" style={{ flexGrow: improve }} />
          <i data-part="support" style={{ flexGrow: support }} />
          <i data-part="missed" style={{ flexGrow: missed }} />
        </span>
      )}
      <span className="t12 c2">{t("missedSupport", { missed, support })}</span>
    </>
  );
}
