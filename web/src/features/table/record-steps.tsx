import { Button, Tooltip } from "antd";
import { ChevronLeft, ChevronRight } from "lucide-react";
import styles from "./record.module.css";
import { recordTexts } from "./record-texts";

/** Through the rows of the list that one came from; nothing when there is no other. */
export function Steps({ id, ids, onOpen }: { id: string; ids: string[]; onOpen: (id: string) => void }) {
  const t = recordTexts.use();
  const at = ids.indexOf(id);
  if (at < 0 || ids.length < 2) return null;
  const step = (to: number, label: "previous" | "next", icon: React.ReactNode) => (
    <Tooltip title={t(label)}>
      <Button
        type="text"
        aria-label={t(label)}
        icon={icon}
        disabled={ids[to] === undefined}
        onClick={() => ids[to] !== undefined && onOpen(ids[to])}
      />
    </Tooltip>
  );
  return (
    <span className={styles.steps}>
      {step(at - 1, "previous", <ChevronLeft size={16} />)}
      <span className="t12 c2 nw">{t("place", { at: at + 1, all: ids.length })}</span>
      {step(at + 1, "next", <ChevronRight size={16} />)}
    </span>
  );
}
