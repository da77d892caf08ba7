import { InputNumber } from "antd";
import type { EditorProps } from "@/ui/field/field-kind";

interface Props extends EditorProps {
  /** Whole numbers go as numbers, exact ones as text. */
  whole?: boolean;
  places?: number;
  suffix?: string;
  prefix?: string;
}

/** A number with the phone's number pad; kept as text while exact. */
export function NumberEditor({
  field,
  value,
  onChange,
  id,
  label,
  invalid,
  describedBy,
  autoFocus,
  look,
  whole,
  places,
  suffix,
  prefix,
}: Props) {
  return (
    <InputNumber<string>
      {...(id ? { id } : {})}
      aria-label={label}
      aria-describedby={describedBy}
      stringMode
      value={value === undefined || value === null ? null : String(value)}
      onChange={(next) => onChange(next === null || next === "" ? null : whole ? Number(next) : next)}
      {...(whole ? { precision: 0 } : places === undefined ? {} : { precision: places })}
      {...(invalid ? { status: "error" as const } : {})}
      autoFocus={autoFocus ?? false}
      controls={false}
      inputMode={whole && Number(field.config.min ?? -1) >= 0 ? "numeric" : "decimal"}
      size={look === "phone" ? "large" : "middle"}
      variant={look === "cell" ? "borderless" : "outlined"}
      prefix={prefix}
      suffix={suffix}
      style={{ width: "100%" }}
    />
  );
}

/** "1,280.5" or "¥1 280" → "1280.5"; undefined when it is no number. */
export function readNumber(text: string): string | null | undefined {
  const plain = text
    .trim()
    .replace(/[,\s，¥$€%]/g, "")
    .replace(/[−–]/g, "-");
  if (plain === "") return null;
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : undefined;
}

export const grouped = (value: string) => {
  const [whole = "", rest] = value.split(".");
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",").replace(/^-/, "−")}${rest ? `.${rest}` : ""}`;
};
