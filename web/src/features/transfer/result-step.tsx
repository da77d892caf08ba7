import { Button } from "antd";
import { useNavigate } from "react-router";
import { Counts } from "./counts";
import { ErrorFileButton } from "./error-file-button";
import { beginOf, type Import, placeOf } from "./transfer";
import styles from "./transfer.module.css";
import { transferTexts } from "./transfer-texts";
import { WrongRows } from "./wrong-rows";

/** What the import did, and what it could not do. */
export function ResultStep({ one }: { one: Import }) {
  const t = transferTexts.use();
  const navigate = useNavigate();
  const { transfer } = one;
  const written = transfer.created + transfer.updated;
  const title =
    transfer.state === "cancelled"
      ? t("cancelledTitle", { n: written })
      : transfer.state === "failed"
        ? t("failedTitle")
        : written > 0
          ? t("doneTitle", { n: written })
          : t("doneNothing");
  return (
    <>
      <section className={styles.result} role="status">
        <h2>{title}</h2>
        {transfer.message && <p className={styles.wrong}>{transfer.message.message}</p>}
      </section>
      <Counts transfer={transfer} />
      {transfer.wrong > 0 && (
        <section className={`${styles.part} card`}>
          <p>{t("wrongLeft", { n: transfer.wrong })}</p>
          <WrongRows one={one} />
        </section>
      )}
      <div className={styles.buttons}>
        {transfer.wrong > 0 && <ErrorFileButton id={transfer.id} />}
        <Button type="primary" onClick={() => navigate(placeOf(transfer))}>
          {t("openIt", { name: transfer.name })}
        </Button>
        <Button onClick={() => navigate(beginOf(transfer))}>{t("another")}</Button>
      </div>
    </>
  );
}
