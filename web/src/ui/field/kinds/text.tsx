import { Input } from "antd";
import { Type } from "lucide-react";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { NumberSettings } from "@/ui/field/number-config";
import { Bars, InputPicture } from "@/ui/field/pictures";

function Editor({ field, value, onChange, id, label, invalid, describedBy, autoFocus, look }: EditorProps) {
  return (
    <Input
      {...(id ? { id } : {})}
      aria-label={label}
      aria-describedby={describedBy}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.target.value)}
      {...(field.config.maxLength ? { maxLength: field.config.maxLength } : {})}
      {...(invalid ? { status: "error" as const } : {})}
      autoFocus={autoFocus ?? false}
      size={look === "phone" ? "large" : "middle"}
      variant={look === "cell" ? "borderless" : "outlined"}
    />
  );
}

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
  Editor,
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
