import { Mail } from "lucide-react";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { Bars, InputPicture } from "@/ui/field/pictures";
import { TextEditor } from "@/ui/field/text-editor";

function Editor(props: EditorProps) {
  const t = fieldTexts.use();
  return <TextEditor {...props} type="email" inputMode="email" placeholder={t("emailPlaceholder")} />;
}

export const kind: FieldKind = {
  key: "email",
  group: "link",
  order: 31,
  icon: Mail,
  label: "email",
  hint: "emailHint",
  search: "youxiang yx email mail dianziyoujian",
  Picture: () => (
    <InputPicture>
      <Mail size={12} />
      <Bars widths={[44]} />
    </InputPicture>
  ),
  Editor,
  Cell: ({ value }) =>
    typeof value === "string" ? (
      <a className="ell" href={`mailto:${value}`} tabIndex={-1}>
        {value}
      </a>
    ) : null,
  operators: ["contains", "eq", "ne", "startsWith", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 200,
  types: true,
  unique: true,
  write: (value) => (typeof value === "string" ? value : ""),
  read: (text) => text.trim() || null,
};
