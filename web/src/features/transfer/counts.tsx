import type { Transfer } from "./transfer";
import styles from "./transfer.module.css";
import { transferTexts } from "./transfer-texts";

/** What becomes of the rows: one strip of four figures. */
export function Counts({ transfer, isPlan }: { transfer: Transfer; isPlan?: boolean }) {
  const t = transferTexts.use();
  const figures = [
    [isPlan ? t("wouldCreate") : t("created"), transfer.created],
    [isPlan ? t("wouldUpdate") : t("updated"), transfer.updated],
    [t("unchanged"), transfer.unchanged],
    [t("wrong"), transfer.wrong],
  ] as const;
  return (
    <dl className={`${styles.counts} card`}>
      {figures.map(([label, count]) => (
        <div key={label}>
          <dt className="t12 c2">{label}</dt>
          <dd className={count === 0 ? (styles.zero ?? "") : ""}>{count.toLocaleString("en-US")}</dd>
        </div>
      ))}
    </dl>
  );
}
