import { dashboardTexts } from "./dashboard-texts";
import styles from "./health.module.css";
import type { Due } from "./health-query";
import { Widget } from "./widget";

interface Props {
  due: Due;
  chosen: string | undefined;
  onPick: (address: string) => void;
}

/** What is expected of people now: overdue first, no red. */
export function DueNow({ due, chosen, onPick }: Props) {
  const t = dashboardTexts.use();
  const lines = [
    { key: "overdue", label: t("overdue"), hint: t("overdueHint") },
    { key: "open", label: t("open"), hint: t("openHint") },
    { key: "missed", label: t("missedDue"), hint: t("missedHint") },
  ] as const;
  return (
    <Widget title={t("due")}>
      <div className={styles.dues}>
        {lines.map(({ key, label, hint }) => (
          <button
            key={key}
            type="button"
            className={styles.due}
            disabled={due[key] === 0}
            aria-current={chosen === `due:${key}`}
            onClick={() => onPick(`due:${key}`)}
          >
            <span className="t13 c2">{label}</span>
            <span className={styles.dueCount}>{due[key].toLocaleString()}</span>
            <span className="t12 c2">{hint}</span>
          </button>
        ))}
      </div>
    </Widget>
  );
}
