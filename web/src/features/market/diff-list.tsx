import { Chip } from "@/ui/chip";
import type { Diff, PartState } from "./market";
import styles from "./market.module.css";
import { marketTexts } from "./market-texts";

const order: PartState[] = ["conflict", "changed", "added", "kept", "shared", "left", "unchanged"];

/** What a file does, by what becomes of each part; what does not change is only counted. */
export function DiffList({ diff, isNothing }: { diff: Diff; isNothing: boolean }) {
  const t = marketTexts.use();
  return (
    <section aria-label={diff.name} className={styles.diff}>
      <p className="row">
        <b>{diff.name}</b>
        <span className="t13 c2">
          {diff.from && diff.from !== diff.to
            ? t("fromTo", { from: diff.from, to: diff.to })
            : t("newApp", { to: diff.to })}
        </span>
      </p>
      {isNothing && <p className="c2">{t("nothingNew")}</p>}
      {order.map((state) => {
        const items = diff.items.filter((item) => item.state === state);
        if (items.length === 0) return null;
        return (
          <div key={state}>
            <h3>
              {t(state)} <span className="c3">{items.length}</span>
            </h3>
            {state !== "unchanged" && (
              <ul>
                {items.map((item) => (
                  <li key={`${item.kind} ${item.key}`}>
                    <Chip>{t(item.kind, { n: 1 })}</Chip>
                    <span>{item.name}</span>
                    <span className="t12 c3">
                      {[...item.changed, ...item.kept].join(" · ")}
                      {item.localKey && ` ${t("asKey", { key: item.localKey })}`}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </section>
  );
}
