import { Chip } from "@/ui/chip";
import type { Diff, PartState } from "./market";
import styles from "./market.module.css";
import { marketTexts } from "./market-texts";

const order: PartState[] = ["conflict", "changed", "added", "kept", "shared", "left", "unchanged"];

const words = ["name", "description", "why", "assignee", "trigger", "grace", "evidence", "weight", "scene"] as const;
const more = ["required", "config", "role", "permissions", "scope", "deleted", "key", "table"] as const;
type Word = (typeof words)[number] | (typeof more)[number];
const isWord = (text: string): text is Word => [...words, ...more].some((one) => one === text);

/** What a file does, by what becomes of each part; what does not change is only counted. */
export function DiffList({ diff, isNothing }: { diff: Diff; isNothing: boolean }) {
  const t = marketTexts.use();
  const word = (place: string) => {
    const [property = ""] = place.split(".");
    return isWord(property) ? t(`${property}Word`) : place;
  };
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
                    <Chip>{t(`${item.kind}Kind`)}</Chip>
                    <span>{item.name}</span>
                    <span className="t12 c3">
                      {[...item.changed, ...item.kept].map(word).join(" · ")}
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
