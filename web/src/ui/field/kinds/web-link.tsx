import { ExternalLink, Link2 } from "lucide-react";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { Bars, InputPicture } from "@/ui/field/pictures";
import { TextEditor } from "@/ui/field/text-editor";

function Editor({ onChange, ...props }: EditorProps) {
  const t = fieldTexts.use();
  const trimmed = (value: unknown) => onChange(typeof value === "string" ? value.trim() : value);
  return <TextEditor {...props} onChange={trimmed} type="url" inputMode="url" placeholder={t("urlPlaceholder")} />;
}

/** Only what a browser may open safely. */
export const isWebAddress = (text: string) => /^https?:\/\/\S+$/i.test(text);

export const kind: FieldKind = {
  key: "webLink",
  group: "link",
  order: 30,
  icon: Link2,
  label: "webLink",
  hint: "webLinkHint",
  search: "wangyelianjie wylj link url wangzhi",
  Picture: () => (
    <InputPicture>
      <Link2 size={12} />
      <Bars widths={[44]} />
    </InputPicture>
  ),
  Editor,
  Cell: ({ value }) =>
    typeof value === "string" && isWebAddress(value) ? (
      <a className={styles.row} href={value} target="_blank" rel="noreferrer noopener" tabIndex={-1}>
        <ExternalLink size={12} aria-hidden="true" />
        <span className="ell">{value.replace(/^https?:\/\//, "")}</span>
      </a>
    ) : typeof value === "string" ? (
      value
    ) : null,
  operators: ["contains", "eq", "startsWith", "isEmpty", "isNotEmpty"],
  width: 180,
  types: true,
  unique: true,
  write: (value) => (typeof value === "string" ? value : ""),
  read: (text) => text.trim() || null,
};
