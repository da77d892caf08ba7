import { Button, Skeleton } from "antd";
import { RotateCw } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { asProblem, type Problem } from "@/lib/problem";
import styles from "@/ui/states.module.css";
import { uiTexts } from "@/ui/ui-texts";

interface EmptyProps {
  title: string;
  /** The page is nothing else: its title is the page's. */
  page?: boolean;
  /** What it is for, the next step, what is ready to use: two lines at most. */
  children?: ReactNode;
  /** One primary button and perhaps a link. */
  actions?: ReactNode;
}

/** Nothing here yet, said left-aligned and without a picture. */
export function Empty({ title, page, children, actions }: EmptyProps) {
  const Title = page ? "h1" : "h2";
  return (
    <div className={styles.state}>
      <Title>{title}</Title>
      {children && <p className="c2">{children}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

interface TroubleProps {
  /** What could not be read, as a name: 质量分布. */
  what?: string;
  problem: unknown;
  onRetry?: () => void;
  /** A button that shows the last good copy, when there is one. */
  last?: ReactNode;
}

/** A failure, said in the widget that failed: what, why, retry, a short number. */
export function Trouble({ what, problem: thrown, onRetry, last }: TroubleProps) {
  const t = uiTexts.use();
  const problem = asProblem(thrown);
  return (
    <div className={styles.state} role="alert">
      <h2>{what ? t("failedNamed", { what }) : t("failed")}</h2>
      <p className="c2">{useProblemText()(problem)}</p>
      {(onRetry || last) && (
        <div className={styles.actions}>
          {onRetry && (
            <Button icon={<RotateCw size={14} />} onClick={onRetry}>
              {t("retry")}
            </Button>
          )}
          {last}
        </div>
      )}
      {problem.traceId && <p className="t12 c3">{t("number", { id: problem.traceId.slice(0, 8).toUpperCase() })}</p>}
    </div>
  );
}

/** One sentence for a problem: the server's own where it gave one. */
export function useProblemText() {
  const t = uiTexts.use();
  return (problem: Problem) => {
    if (problem.status === 429) return t("tooOften", { n: problem.retryAfter ?? 30 });
    if (problem.status === 412) return t("stale");
    if (problem.status === 0) return t("offline");
    if (problem.status >= 500) return t("faulty");
    if (problem.errors.length > 0 && !problem.detail) return problem.errors.map((error) => error.message).join(" ");
    if (problem.detail) return problem.detail;
    return problem.status === 403
      ? t("forbidden")
      : problem.status === 404
        ? t("missing")
        : problem.title || t("refused");
  };
}

interface WaitingProps {
  /** The skeleton in the true layout; a few lines when left out. */
  children?: ReactNode;
  onCancel?: () => void;
}

/** Nothing for 120 ms, then a still skeleton, after 8 s a line of text. */
export function Waiting({ children, onCancel }: WaitingProps) {
  const t = uiTexts.use();
  const seconds = useSeconds();
  if (seconds === undefined) return null;
  return (
    <div aria-busy="true">
      <span className="unseen" role="status">
        {t("loading")}
      </span>
      {children ?? <Skeleton className={styles.skeleton ?? ""} title={false} paragraph={{ rows: 4 }} />}
      {seconds >= 8 && (
        <p className={`${styles.wait} t13 c2`}>
          {t("waiting", { n: seconds })}
          {onCancel && (
            <Button type="link" size="small" onClick={onCancel}>
              {t("cancel")}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

/** undefined for the first 120 ms, then whole seconds. */
function useSeconds() {
  const [seconds, setSeconds] = useState<number>();
  useEffect(() => {
    const begin = Date.now();
    const first = setTimeout(() => setSeconds(0), 120);
    const every = setInterval(() => setSeconds(Math.floor((Date.now() - begin) / 1000)), 1000);
    return () => {
      clearTimeout(first);
      clearInterval(every);
    };
  }, []);
  return seconds;
}

interface LoadProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown; isPending: boolean };
  what?: string;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** A query in its three states. Data that was read once stays on screen when a later read fails. */
export function Load<T>({ query, what, skeleton, children }: LoadProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Trouble problem={query.error} onRetry={() => query.refetch()} {...(what ? { what } : {})} />;
  return <Waiting>{skeleton}</Waiting>;
}
