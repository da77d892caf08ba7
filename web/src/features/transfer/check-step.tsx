import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { api } from "@/lib/api";
import { useWrite } from "@/lib/write";
import { useProblemText } from "@/ui/states";
import { Counts } from "./counts";
import { ErrorFileButton } from "./error-file-button";
import { RowProgress } from "./row-progress";
import { type Import, importQuery, isBusy } from "./transfer";
import styles from "./transfer.module.css";
import { transferTexts } from "./transfer-texts";
import { WrongRows } from "./wrong-rows";

/** What the import would do, before anything is written. */
export function CheckStep({ one, onMap }: { one: Import; onMap: () => void }) {
  const t = transferTexts.use();
  const say = useProblemText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { transfer } = one;
  const run = useWrite({
    run: async () => {
      await api.post(`/imports/${transfer.id}:run`);
      return api.get<Import>(`/imports/${transfer.id}`);
    },
    onDone: (next) => client.setQueryData(importQuery(transfer.id).queryKey, next),
    onRefused: (problem) => message.error(problem.errors.map((error) => error.message).join(" ") || say(problem)),
  });
  if (isBusy(transfer))
    return (
      <RowProgress
        transfer={transfer}
        text={t("checkingRows", { done: transfer.done, total: transfer.total })}
        cancel={t("cancelCheck")}
      />
    );
  const due = transfer.created + transfer.updated;
  return (
    <>
      <Counts transfer={transfer} isPlan />
      <section className={`${styles.part} card`}>
        <p role="status">
          {transfer.wrong > 0 ? t("wrongRows", { n: transfer.wrong }) : due > 0 ? t("allGood") : t("nothingToRun")}
        </p>
        <WrongRows one={one} />
      </section>
      <div className={styles.buttons}>
        <Button type="primary" disabled={due === 0} loading={run.isPending} onClick={() => run.mutate()}>
          {t("runN", { n: due })}
        </Button>
        <Button onClick={onMap}>{t("backToMap")}</Button>
        {transfer.wrong > 0 && <ErrorFileButton id={transfer.id} />}
      </div>
    </>
  );
}
