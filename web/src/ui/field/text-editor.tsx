import { Input } from "antd";
import type { HTMLInputTypeAttribute } from "react";
import type { EditorProps } from "@/ui/field/field-kind";

interface Props extends EditorProps {
  type?: HTMLInputTypeAttribute;
  inputMode?: "url" | "email" | "tel" | "numeric";
  placeholder?: string;
}

/** One line of text, with the phone's keyboard for what it is. */
export function TextEditor({
  field,
  value,
  onChange,
  id,
  label,
  invalid,
  describedBy,
  autoFocus,
  look,
  type,
  inputMode,
  placeholder,
}: Props) {
  return (
    <Input
      {...(id ? { id } : {})}
      {...(type ? { type } : {})}
      {...(inputMode ? { inputMode } : {})}
      aria-label={label}
      aria-describedby={describedBy}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.target.value)}
      placeholder={look === "cell" ? "" : (placeholder ?? "")}
      {...(field.config.maxLength ? { maxLength: field.config.maxLength } : {})}
      {...(invalid ? { status: "error" as const } : {})}
      autoFocus={autoFocus ?? false}
      size={look === "phone" ? "large" : "middle"}
      variant={look === "cell" ? "borderless" : "outlined"}
    />
  );
}
