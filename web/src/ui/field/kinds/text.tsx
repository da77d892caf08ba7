import { Type } from "lucide-react";
import type { FieldKind } from "@/ui/field/field-kind";
import { NumberSettings } from "@/ui/field/number-config";
import { Bars, InputPicture } from "@/ui/field/pictures";
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
  Config: (props) => (
    <NumberSettings {...props} settings={[{ key: "maxLength", label: "maxLength", least: 1, most: 2000 }]} />
  ),
  operators: ["contains", "eq", "ne", "startsWith", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 180,
  types: true,
  unique: true,
  write: (value) => (typeof value === "string" ? value : ""),
  read: (text) => text || null,
};
