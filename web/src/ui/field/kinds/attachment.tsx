import { Paperclip } from "lucide-react";
import styles from "@/ui/field/field.module.css";
import type { FieldKind } from "@/ui/field/field-kind";
import { FileListCell, sendFiles, writeFiles } from "@/ui/field/file-list-cell";
import { FileListEditor } from "@/ui/field/file-list-editor";
import { NumberSettings } from "@/ui/field/number-config";

export const kind: FieldKind = {
  key: "attachment",
  group: "evidence",
  order: 4,
  icon: Paperclip,
  label: "attachmentField",
  hint: "attachmentHint",
  search: "fujian fj attachment file wenjian",
  Picture: () => (
    <span className={styles.proofPicture} aria-hidden="true">
      <Paperclip size={16} />
    </span>
  ),
  Editor: (props) => <FileListEditor {...props} sort="any" />,
  Cell: FileListCell,
  Config: (props) => <NumberSettings {...props} settings={[{ key: "max", label: "mostFiles", least: 1, most: 50 }]} />,
  operators: ["isNotEmpty", "isEmpty"],
  width: 180,
  wide: true,
  write: writeFiles,
  send: sendFiles,
};
