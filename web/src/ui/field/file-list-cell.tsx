import { FileText } from "lucide-react";
import { thumbnailOf } from "@/lib/upload";
import { type EvidenceItem, evidenceIcons, itemsOf } from "./evidence";
import styles from "./field.module.css";
import { fieldTexts } from "./field-texts";

/** Files as small pictures or names. */
export function FileListCell({ value }: { value: unknown }) {
  const t = fieldTexts.use();
  return (
    <span className={styles.cellChips}>
      {itemsOf(value).map((item: EvidenceItem) => {
        const Icon = evidenceIcons[item.kind] ?? FileText;
        const name = item.name ?? t("document");
        return item.thumbnail && item.file ? (
          <img key={item.file} src={thumbnailOf(item.file)} alt={name} className={styles.mini ?? ""} loading="lazy" />
        ) : (
          <span key={item.file} className={styles.proof} title={name}>
            <Icon size={12} aria-hidden="true" />
            <span className="ell">{name}</span>
          </span>
        );
      })}
    </span>
  );
}

export const writeFiles = (value: unknown) =>
  itemsOf(value)
    .map((item) => item.name ?? item.file ?? "")
    .join(", ");

export const sendFiles = (value: unknown) => itemsOf(value).map(({ file }) => ({ file }));
