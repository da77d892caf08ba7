import { Percent } from "lucide-react";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { NumberEditor, readNumber } from "@/ui/field/number-editor";
import { InputPicture } from "@/ui/field/pictures";

/** "0.125" ↔ "12.5" without floating point: the point moves two places. */
export function shifted(value: string, places: 2 | -2): string {
  const negative = value.startsWith("-");
  const [whole = "0", rest = ""] = value.replace("-", "").split(".");
  const digits = whole + rest;
  const point = whole.length + places;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = point <= 0 ? 1 : point;
  const result = `${padded.slice(0, at).replace(/^0+(?=\d)/, "")}.${padded.slice(at)}`.replace(/\.?0*$/, "");
  return (negative && result !== "0" ? "-" : "") + (result || "0");
}

const shown = (value: unknown) =>
  value === null || value === undefined || value === "" ? null : shifted(String(value), 2);

function Editor(props: EditorProps) {
  return (
    <NumberEditor
      {...props}
      suffix="%"
      value={shown(props.value)}
      onChange={(next) => props.onChange(next === null ? null : shifted(String(next), -2))}
    />
  );
}

export const kind: FieldKind = {
  key: "percent",
  group: "text",
  order: 25,
  icon: Percent,
  label: "percent",
  hint: "percentHint",
  search: "baifenbi bfb percent",
  Picture: () => <InputPicture right>68%</InputPicture>,
  Editor,
  Cell: ({ value }) => <>{shown(value) === null ? "" : `${shown(value)}%`}</>,
  operators: ["eq", "ne", "gt", "ge", "lt", "le", "between", "isEmpty", "isNotEmpty"],
  sortable: true,
  align: "right",
  width: 100,
  types: true,
  write: (value) => (shown(value) === null ? "" : `${shown(value)}%`),
  read: (text) => {
    const number = readNumber(text);
    return typeof number === "string"
      ? text.includes("%") || Number(number) > 1
        ? shifted(number, -2)
        : number
      : number;
  },
};
