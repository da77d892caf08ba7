import { Steps } from "antd";
import { usePhone } from "@/ui/media";
import styles from "./transfer.module.css";
import { transferTexts } from "./transfer-texts";

/** Where one is: 上传, 对应, 预览, 导入, 结果. */
export function ImportSteps({ at }: { at: number }) {
  const t = transferTexts.use();
  const phone = usePhone();
  const names = [t("stepUpload"), t("stepMap"), t("stepCheck"), t("stepRun"), t("stepDone")];
  if (phone) return <p className="t13 c2">{t("stepOf", { n: at + 1, step: names[at] ?? "" })}</p>;
  return (
    <div className={styles.steps}>
      <Steps size="small" current={at} items={names.map((title) => ({ title }))} />
    </div>
  );
}
