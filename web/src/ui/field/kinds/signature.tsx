import { Signature } from "lucide-react";
import styles from "@/ui/field/field.module.css";
import type { FieldKind } from "@/ui/field/field-kind";
import { FileListCell, sendFiles, writeFiles } from "@/ui/field/file-list-cell";
import { SignaturePad } from "@/ui/field/signature-pad";

export const kind: FieldKind = {
  key: "signature",
  group: "evidence",
  order: 5,
  icon: Signature,
  label: "signature",
  hint: "signatureHint",
  search: "qianming qm signature shouxie",
  Picture: () => (
    <span className={styles.proofPicture} aria-hidden="true">
      <Signature size={22} />
    </span>
  ),
  Editor: SignaturePad,
  Cell: FileListCell,
  operators: ["isNotEmpty", "isEmpty"],
  width: 130,
  wide: true,
  write: writeFiles,
  send: sendFiles,
};
