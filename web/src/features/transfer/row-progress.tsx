import { App, Button, Progress } from "antd";
import { api } from "@/lib/api";
import { useWrite } from "@/lib/write";
import { useProblemText } from "@/ui/states";
import type { Transfer } from "./transfer";
import styles from "./transfer.module.css";
import { transferTexts } from "./transfer-texts";

interface Props {
  transfer: Transfer;
  text: string;
  cancel: string;
  hint?: string;
}

/** How far the rows are, with a way to stop. */
export function RowProgress({ transfer, text, cancel, hint }: Props) {
  const t = transferTexts.use();
  const say = useProblemText();
  const { message } = App.useApp();
  const stop = useWrite({
    run: () => api.post(`/jobs/${transfer.id}:cancel`),
    refresh: [["imports", transfer.id], ["transfers"]],
    onRefused: (problem) => message.error(say(problem)),
  });
  const percent = transfer.total === 0 ? 100 : Math.floor((transfer.done / transfer.total) * 100);
  return (
    <section className={`${styles.part} card`}>
      <p role="status">{text}</p>
      <Progress percent={percent} aria-label={text} />
      <p className="t13 c2">{hint ? `${t("mayClose")} ${hint}` : t("mayClose")}</p>
      <div className={styles.buttons}>
        <Button loading={stop.isPending} onClick={() => stop.mutate()}>
          {cancel}
        </Button>
      </div>
    </section>
  );
}
