import { DatePicker } from "antd";
import dayjs from "dayjs";
import { CalendarRange } from "lucide-react";
import { useDates } from "@/lib/dates";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { readDate } from "./date";

interface Range {
  from: string;
  to: string;
}

const rangeOf = (value: unknown): Range | undefined =>
  typeof value === "object" && value !== null && "from" in value && "to" in value ? (value as Range) : undefined;

function Editor(props: EditorProps) {
  const { value, onChange, id, label, invalid, autoFocus, look, field } = props;
  const t = fieldTexts.use();
  const range = rangeOf(value);
  if (look === "phone") return <TwoDays {...props} />;
  return (
    <DatePicker.RangePicker
      {...(id ? { id: { start: id } } : {})}
      aria-label={label ?? field.name}
      value={range?.from && range.to ? [dayjs(range.from), dayjs(range.to)] : null}
      onChange={(days) =>
        onChange(days?.[0] && days[1] ? { from: days[0].format("YYYY-MM-DD"), to: days[1].format("YYYY-MM-DD") } : null)
      }
      placeholder={look === "cell" ? ["", ""] : [t("firstDay"), t("lastDay")]}
      {...(invalid ? { status: "error" as const } : {})}
      autoFocus={autoFocus ?? false}
      {...(autoFocus ? { defaultOpen: true } : {})}
      variant={look === "cell" ? "borderless" : "outlined"}
      style={{ width: "100%" }}
    />
  );
}

/** On the phone each day has the phone's own picker. */
function TwoDays({ value, onChange, id, label, field, describedBy }: EditorProps) {
  const t = fieldTexts.use();
  const range = rangeOf(value) ?? { from: "", to: "" };
  const set = (part: Partial<Range>) => {
    const next = { ...range, ...part };
    onChange(next.from || next.to ? next : null);
  };
  return (
    <fieldset className={styles.twoDays} aria-label={label ?? field.name} aria-describedby={describedBy}>
      <input
        {...(id ? { id } : {})}
        type="date"
        aria-label={t("firstDay")}
        className={styles.native}
        value={range.from}
        onChange={(event) => set({ from: event.target.value })}
      />
      <input
        type="date"
        aria-label={t("lastDay")}
        className={styles.native}
        value={range.to}
        onChange={(event) => set({ to: event.target.value })}
      />
    </fieldset>
  );
}

export const kind: FieldKind = {
  key: "dateRange",
  group: "choice",
  order: 15.5,
  icon: CalendarRange,
  label: "dateRange",
  hint: "dateRangeHint",
  search: "riqiqujian rqqj qizhi date range period",
  Picture: () => (
    <span className={styles.row} aria-hidden="true">
      <span className={styles.datePicture}>23</span>
      <span className={styles.datePicture}>27</span>
    </span>
  ),
  Editor,
  Cell: function Cell({ value }) {
    const { date } = useDates();
    const range = rangeOf(value);
    return <>{range ? `${date(range.from)} – ${date(range.to)}` : ""}</>;
  },
  operators: ["contains", "between", "isEmpty", "isNotEmpty"],
  operandType: "date",
  width: 230,
  write: (value) => {
    const range = rangeOf(value);
    return range ? `${range.from} ~ ${range.to}` : "";
  },
  read: (text) => {
    if (text.trim() === "") return null;
    const [from, to, more] = text.split(/[~～\u81f3]| – | to /).map((part) => readDate(part));
    return from && to && more === undefined ? { from, to } : undefined;
  },
};
