import { TimePicker } from "antd";
import dayjs from "dayjs";
import { Clock } from "lucide-react";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";

/** 9:05, 09：05 → 09:05; undefined when it is none. */
export function readTime(text: string): string | null | undefined {
  if (text.trim() === "") return null;
  const [, hour = "", minute = ""] = /^\s*(\d{1,2})[:：](\d{2})(?::\d{2})?\s*$/.exec(text) ?? [];
  if (!hour || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, "0")}:${minute}`;
}

function Editor({ value, onChange, id, label, invalid, describedBy, autoFocus, look }: EditorProps) {
  const t = fieldTexts.use();
  const shown = typeof value === "string" && value ? value : null;
  if (look === "phone")
    return (
      <input
        {...(id ? { id } : {})}
        type="time"
        aria-label={label}
        aria-describedby={describedBy}
        className={styles.native}
        value={shown ?? ""}
        onChange={(event) => onChange(event.target.value || null)}
      />
    );
  return (
    <TimePicker
      {...(id ? { id } : {})}
      aria-label={label}
      aria-describedby={describedBy}
      format="HH:mm"
      minuteStep={5}
      needConfirm={false}
      value={shown ? dayjs(`2000-01-01T${shown}`) : null}
      onChange={(next) => onChange(next ? next.format("HH:mm") : null)}
      placeholder={look === "cell" ? "" : t("chooseClock")}
      {...(invalid ? { status: "error" as const } : {})}
      autoFocus={autoFocus ?? false}
      {...(autoFocus ? { defaultOpen: true } : {})}
      variant={look === "cell" ? "borderless" : "outlined"}
      style={{ width: "100%" }}
    />
  );
}

export const kind: FieldKind = {
  key: "time",
  group: "choice",
  order: 16.1,
  icon: Clock,
  label: "time",
  hint: "timeHint",
  search: "shijian sj shike time clock",
  Picture: () => (
    <span className={styles.datePicture} aria-hidden="true">
      9:30
    </span>
  ),
  Editor,
  Cell: ({ value }) => <>{typeof value === "string" ? value : ""}</>,
  operators: ["ge", "le", "eq", "between", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 100,
  write: (value) => (typeof value === "string" ? value : ""),
  read: readTime,
};
