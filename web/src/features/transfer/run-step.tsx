import { RowProgress } from "./row-progress";
import type { Transfer } from "./transfer";
import { transferTexts } from "./transfer-texts";

/** Rows are being written. */
export function RunStep({ transfer }: { transfer: Transfer }) {
  const t = transferTexts.use();
  return (
    <RowProgress
      transfer={transfer}
      text={t("runningRows", { done: transfer.done, total: transfer.total })}
      cancel={t("cancel")}
      hint={t("cancelHint", { n: transfer.created + transfer.updated })}
    />
  );
}
