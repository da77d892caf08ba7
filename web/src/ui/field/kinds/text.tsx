import { Type } from "lucide-react";
import type { FieldKind } from "@/ui/field/field-kind";
import { Bars, InputPicture } from "@/ui/field/pictures";
import { TextSettings } from "@/ui/field/text-config";
import { TextEditor } from "@/ui/field/text-editor";

export const kind: FieldKind = {
  key: "text",
  group: "text",
  order: 20,
  icon: Type,
  label: "text",
  hint: "textHint",
  search: "danhangwenben dhwb text string",
  Picture: () => (
    <InputPicture>
      <Bars widths={[44]} />
    </InputPicture>
  ),
  Editor: TextEditor,
  Cell: ({ value }) => (
    <>{typeof value === "string" ? value : value === null || value === undefined ? "" : String(value)}</>
  ),
  Config: (props) => <TextSettings {...props} most={500} />,
  operators: ["contains", "eq", "ne", "startsWith", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 180,
  types: true,
  unique: true,
  write: (value) => (typeof value === "string" ? value : ""),
  read: (text) => text || null,
};
