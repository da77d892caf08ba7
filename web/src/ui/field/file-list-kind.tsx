import type { LucideIcon } from "lucide-react";
import styles from "@/ui/field/field.module.css";
import type { FieldKind } from "@/ui/field/field-kind";
import { FileListCell, sendFiles, writeFiles } from "@/ui/field/file-list-cell";
import { FileListEditor } from "@/ui/field/file-list-editor";
import { NumberSettings } from "@/ui/field/number-config";

type Own = Pick<FieldKind, "key" | "order" | "label" | "hint" | "search"> & { icon: LucideIcon };

/** A kind whose values are files, all of one sort or of any. */
export function fileListKind(sort: "photo" | "recording" | "any", own: Own): FieldKind {
  const { icon: Icon } = own;
  return {
    ...own,
    group: "evidence",
    Picture: () => (
      <span className={styles.proofPicture} aria-hidden="true">
        <Icon size={16} />
      </span>
    ),
    Editor: (props) => <FileListEditor {...props} sort={sort} />,
    Cell: FileListCell,
    Config: (props) => (
      <NumberSettings {...props} settings={[{ key: "max", label: "mostFiles", least: 1, most: 50 }]} />
    ),
    operators: ["isNotEmpty", "isEmpty"],
    width: 180,
    wide: true,
    write: writeFiles,
    send: sendFiles,
  };
}
