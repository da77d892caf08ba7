import { DatePicker } from "antd";
import dayjs from "dayjs";
import { CalendarClock } from "lucide-react";
import { localOf, useDates, withOffset } from "@/lib/dates";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";

function Editor({ value, onChange, id, label, invalid, describedBy, autoFocus, look }: EditorProps) {
  const t = fieldTexts.use();
  const { timeZone } = useDates();
  const shared = {
    ...(id ? { id } : {}),
    "aria-label": label,
    "aria-describedby": describedBy,
  };
  if (look === "phone")
    return (
      <input
        {...shared}
        type="datetime-local"
        className={styles.native}
        value={typeof value === "string" && value ? localOf(value, timeZone) : ""}
        onChange={(event) => onChange(event.target.value ? withOffset(event.target.value, timeZone) : null)}
      />
    );
  return (
    <DatePicker
      {...shared}
      showTime={{ format: "HH:mm" }}
      format="YYYY-MM-DD HH:mm"
      value={typeof value === "string" && value ? dayjs(localOf(value, timeZone)) : null}
      onChange={(next) => onChange(next ? withOffset(next.format("YYYY-MM-DDTHH:mm"), timeZone) : null)}
      placeholder={look === "cell" ? "" : t("chooseTime")}
      {...(invalid ? { status: "error" as const } : {})}
      autoFocus={autoFocus ?? false}
      {...(autoFocus ? { defaultOpen: true } : {})}
      variant={look === "cell" ? "borderless" : "outlined"}
      style={{ width: "100%" }}
    />
  );
}

export const kind: FieldKind = {
  key: "dateTime",
  group: "choice",
  order: 16,
  icon: CalendarClock,
  label: "dateTime",
  hint: "dateTimeHint",
  search: "riqishijian rqsj datetime time",
  Picture: () => (
    <span className={styles.datePicture} aria-hidden="true">
      09:40
    </span>
  ),
  Editor,
  Cell: function Cell({ value }) {
    const { moment } = useDates();
    return <>{typeof value === "string" && value ? moment(value) : ""}</>;
  },
  roles: ["occurredAt"],
  operators: ["ge", "le", "between", "thisWeek", "lastWeek", "thisMonth", "lastMonth", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 180,
  write: (value) => (typeof value === "string" ? value : ""),
  read: (text) => {
    if (text.trim() === "") return null;
    const at = new Date(text.trim());
    return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
  },
};
