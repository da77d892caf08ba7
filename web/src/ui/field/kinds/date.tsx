import { DatePicker } from "antd";
import dayjs from "dayjs";
import { Calendar } from "lucide-react";
import { useDates } from "@/lib/dates";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";

/** 2026-11-23, 2026/11/23, 2026年11月23日 → the ISO date; undefined when it is none. */
export function readDate(text: string): string | null | undefined {
  if (text.trim() === "") return null;
  const [, year, month, day] = /^\s*(\d{4})\D(\d{1,2})\D(\d{1,2})\D?\s*$/.exec(text) ?? [];
  if (!year || !month || !day) return undefined;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}

function Editor({ value, onChange, id, label, invalid, describedBy, autoFocus, look }: EditorProps) {
  const t = fieldTexts.use();
  return (
    <DatePicker
      {...(id ? { id } : {})}
      aria-label={label}
      aria-describedby={describedBy}
      value={typeof value === "string" && value ? dayjs(value) : null}
      onChange={(next) => onChange(next ? next.format("YYYY-MM-DD") : null)}
      placeholder={look === "cell" ? "" : t("chooseDate")}
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
  key: "date",
  group: "choice",
  order: 15,
  icon: Calendar,
  label: "date",
  hint: "dateHint",
  search: "riqi rq date",
  Picture: () => (
    <span className={styles.datePicture} aria-hidden="true">
      23
    </span>
  ),
  Editor,
  Cell: function Cell({ value }) {
    const { weekday } = useDates();
    return <>{typeof value === "string" && value ? weekday(value) : ""}</>;
  },
  operators: ["eq", "ge", "le", "between", "thisWeek", "lastWeek", "thisMonth", "lastMonth", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 130,
  unique: true,
  write: (value) => (typeof value === "string" ? value : ""),
  read: readDate,
};
