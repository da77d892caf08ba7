import { Phone } from "lucide-react";
import type { FieldKind } from "@/ui/field/field-kind";
import { readable } from "@/ui/field/phone-number";
import { InputPicture } from "@/ui/field/pictures";
import { TextEditor } from "@/ui/field/text-editor";

export const kind: FieldKind = {
  key: "phone",
  group: "link",
  order: 32,
  icon: Phone,
  label: "phone",
  hint: "phoneHint",
  search: "dianhua dh shouji phone tel mobile",
  Picture: () => (
    <InputPicture>
      <Phone size={12} />
      138 0013 …
    </InputPicture>
  ),
  Editor: (props) => <TextEditor {...props} type="tel" inputMode="tel" />,
  Cell: ({ value }) =>
    typeof value === "string" ? (
      <a className="ell" href={`tel:${value}`} tabIndex={-1}>
        {readable(value)}
      </a>
    ) : null,
  operators: ["contains", "eq", "ne", "startsWith", "isEmpty", "isNotEmpty"],
  width: 150,
  types: true,
  unique: true,
  write: (value) => (typeof value === "string" ? readable(value).replace(" · ", " ext. ") : ""),
  read: (text) => text.trim() || null,
};
