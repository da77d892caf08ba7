import { Rate } from "antd";
import { Star } from "lucide-react";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { NumberSettings } from "@/ui/field/number-config";
import { InputPicture } from "@/ui/field/pictures";

const USUAL = 5;
const most = (max: unknown) => (typeof max === "number" ? max : USUAL);

function Editor({ field, value, onChange, id, label, describedBy, autoFocus, look }: EditorProps) {
  return (
    <Rate
      {...(id ? { id } : {})}
      aria-label={label ?? field.name}
      aria-describedby={describedBy}
      className={styles.rate ?? ""}
      data-look={look}
      count={most(field.config.max)}
      character={({ index = 0, value: stars = 0 }) => (
        <Star
          size={look === "phone" ? 32 : 20}
          fill={index < stars ? "currentColor" : "none"}
          role="img"
          aria-label={`${index + 1} / ${most(field.config.max)}`}
        />
      )}
      value={typeof value === "number" ? value : 0}
      onChange={(stars) => onChange(stars || null)}
      autoFocus={autoFocus ?? false}
    />
  );
}

export const kind: FieldKind = {
  key: "rating",
  group: "choice",
  order: 18,
  icon: Star,
  label: "rating",
  hint: "ratingHint",
  search: "pingfen pf xingji rating stars dafen",
  Picture: () => <InputPicture>★★★★☆</InputPicture>,
  Editor,
  Cell: ({ field, value }) =>
    typeof value === "number" ? (
      <span className={styles.stars} role="img" aria-label={`${value} / ${most(field.config.max)}`}>
        {"★".repeat(value)}
        <i>{"☆".repeat(Math.max(0, most(field.config.max) - value))}</i>
      </span>
    ) : null,
  Config: (props) => <NumberSettings {...props} settings={[{ key: "max", label: "ratingMost", least: 2, most: 10 }]} />,
  defaults: () => ({ max: USUAL }),
  operators: ["ge", "le", "eq", "ne", "isEmpty", "isNotEmpty"],
  sortable: true,
  width: 130,
  types: true,
  write: (value) => (typeof value === "number" ? String(value) : ""),
  read: (text) => (text.trim() === "" ? null : /^\d{1,2}$/.test(text.trim()) ? Number(text.trim()) : undefined),
};
