import { FileText, RotateCw, X } from "lucide-react";
import { useState } from "react";
import { fileAddress, thumbnailOf } from "@/lib/upload";
import { useProblemText } from "@/ui/states";
import { type EvidenceItem, evidenceIcons } from "./evidence";
import styles from "./evidence-editor.module.css";
import { fieldTexts } from "./field-texts";
import type { Sending } from "./use-sending";

/** What is stored, as its picture or its name. */
export function Piece({ item, onRemove }: { item: EvidenceItem; onRemove: () => void }) {
  const t = fieldTexts.use();
  const Icon = evidenceIcons[item.kind] ?? FileText;
  const [plain, setPlain] = useState(item.kind !== "photo" || item.thumbnail === false || !item.file);
  const name = item.name ?? item.url ?? t(item.kind);
  return (
    <div className={styles.piece}>
      <a href={item.file ? fileAddress(item.file) : item.url} target="_blank" rel="noreferrer noopener" title={name}>
        {plain || !item.file ? (
          <>
            <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
            <span className={styles.name}>{name}</span>
          </>
        ) : (
          <img src={thumbnailOf(item.file)} alt={name} onError={() => setPlain(true)} />
        )}
      </a>
      <Remove name={name} onRemove={onRemove} />
    </div>
  );
}

/** What is on its way, with how much of it is there, or why it stopped. */
export function Travelling({ one, onRetry, onRemove }: { one: Sending; onRetry: () => void; onRemove: () => void }) {
  const t = fieldTexts.use();
  const text = useProblemText();
  const Icon = one.kind === "any" ? FileText : evidenceIcons[one.kind];
  return (
    <div className={styles.piece} data-problem={one.problem !== undefined}>
      {one.preview ? (
        <img src={one.preview} alt={one.file.name} className={styles.pale} />
      ) : (
        <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
      )}
      {one.problem ? (
        <button type="button" className={styles.retry} title={one.problem.title || text(one.problem)} onClick={onRetry}>
          <RotateCw size={14} aria-hidden="true" />
          {t("retry")}
        </button>
      ) : (
        <span className={styles.progress} role="status">
          {t("uploading", { n: Math.round(one.share * 100) })}
        </span>
      )}
      <Remove name={one.file.name} onRemove={onRemove} />
      {one.problem && <span className={`${styles.why} t12`}>{one.problem.title || text(one.problem)}</span>}
    </div>
  );
}

function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const t = fieldTexts.use();
  return (
    <button type="button" className={styles.remove} aria-label={t("remove", { name })} onClick={onRemove}>
      <X size={14} aria-hidden="true" />
    </button>
  );
}
