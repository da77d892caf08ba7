import { Camera, FileText, Image, Mic } from "lucide-react";
import { type EvidenceItem, evidenceIcons, itemsOf } from "@/ui/field/evidence";
import { EvidenceEditor } from "@/ui/field/evidence-editor";
import styles from "@/ui/field/field.module.css";
import type { FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";

function Cell({ value }: { value: unknown }) {
  const t = fieldTexts.use();
  return (
    <span className={styles.cellChips}>
      {itemsOf(value).map((item: EvidenceItem, index) => {
        const Icon = evidenceIcons[item.kind] ?? FileText;
        return (
          <span
            key={item.file ?? item.url ?? index}
            className={styles.proof}
            title={item.name ?? item.url ?? t(item.kind)}
          >
            <Icon size={12} aria-hidden="true" />
            <span className={item.name ? "ell" : "unseen"}>{item.name ?? t(item.kind)}</span>
          </span>
        );
      })}
    </span>
  );
}

export const kind: FieldKind = {
  key: "evidence",
  group: "evidence",
  order: 2,
  icon: Image,
  label: "evidence",
  hint: "evidenceHint",
  search: "zhengju zj evidence zhaopian luyin photo",
  Picture: () => (
    <span className={styles.proofPicture} aria-hidden="true">
      <Camera size={14} />
      <Mic size={14} />
      <FileText size={14} />
    </span>
  ),
  Editor: EvidenceEditor,
  Cell,
  roles: ["evidence"],
  operators: ["isEmpty", "isNotEmpty", "contains"],
  width: 200,
  wide: true,
  write: (value) =>
    itemsOf(value)
      .map((item) => item.name ?? item.url ?? item.kind)
      .join(", "),
  send: (value) => itemsOf(value).map(({ kind, file, url }) => ({ kind, ...(file ? { file } : { url }) })),
};
