import { DatePicker } from "antd";
import dayjs from "dayjs";
import { CalendarFold } from "lucide-react";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";

/** 2026-11, 2026/11, 2026年11月 → 2026-11; undefined when it is none. */
export function readMonth(text: string): string | null | undefined {
  if (text.trim() === "") return null;
  const [, year = "", month = ""] = /^\s*(\d{4})\D(\d{1,2})\D?\s*$/.exec(text) ?? [];
  return year && Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, "0")}` : undefined;
}

function Editor({ value, onChange, id, label, invalid, describedBy, autoFocus, look }: EditorProps) {
  const t = fieldTexts.use();
  return (
    <DatePicker
      {...(id ? { id } : {})}
      picker="month"
      aria-label={label}
      aria-describedby={describedBy}
      value={typeof value === "string" && value ? dayjs(`${value}-01`) : null}
      onChange={(next) => onChange(next ? next.format("YYYY-MM") : null)}
      placeholder={look === "cell" ? "" : t("chooseMonth")}
      {...(invalid ? { status: "error" as const } : {})}
      autoFocus={autoFocus ?? false}
      {...(autoFocus ? { defaultOpen: true } : {})}
      inputReadOnly={look === "phone"}
      size={look === "phone" ? "large" : "middle"}
      variant={look === "cell" ? "borderless" : "outlined"}
      style={{ width: "100%" }}
    />
  );
}

export const kind: FieldKind = {
  key: "month",
  group: "choice",
  order: 16.2,
  icon: CalendarFold,
  label: "month",
  hint: "monthHint",
  search: "yuefen yf month",
  Picture: () => (
    <span className={styles.datePicture} aria-hidden="true">
      11
    </span>
  ),
  Editor,
  Cell: function Cell({ value }) {
    const t = fieldTexts.use();
    const [, year = "", month = ""] = /^(\d{4})-(\d{2})$/.exec(typeof value === "string" ? value : "") ?? [];
    return <>{year ? t("monthOf", { year, month: Number(month) }) : ""}</>;
  },
  operators: ["eq", "ge", "le", "between", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 120,
  unique: true,
  write: (value) => (typeof value === "string" ? value : ""),
  read: readMonth,
};
