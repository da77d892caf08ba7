import { Input } from "antd";
import { AlignLeft } from "lucide-react";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { Bars } from "@/ui/field/pictures";
import { TextSettings } from "@/ui/field/text-config";

function Editor({ field, value, onChange, id, label, invalid, describedBy, autoFocus, look }: EditorProps) {
  return (
    <Input.TextArea
      {...(id ? { id } : {})}
      aria-label={label}
      aria-describedby={describedBy}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.target.value)}
      {...(field.config.maxLength ? { maxLength: field.config.maxLength } : {})}
      {...(invalid ? { status: "error" as const } : {})}
      autoFocus={autoFocus ?? false}
      autoSize={{ minRows: look === "cell" ? 1 : 2, maxRows: 8 }}
      variant={look === "cell" ? "borderless" : "outlined"}
    />
  );
}

export const kind: FieldKind = {
  key: "longText",
  group: "text",
  order: 21,
  icon: AlignLeft,
  label: "longText",
  hint: "longTextHint",
  search: "duohangwenben dhwb long text shuoming",
  Picture: () => <Bars widths={[72, 72, 40]} />,
  Editor,
  Cell: ({ value }) => <>{typeof value === "string" ? value : ""}</>,
  Config: (props) => <TextSettings {...props} most={20_000} />,
  operators: ["contains", "startsWith", "isEmpty", "isNotEmpty"],
  width: 240,
  types: true,
  wide: true,
  write: (value) => (typeof value === "string" ? value : ""),
  read: (text) => text || null,
};
