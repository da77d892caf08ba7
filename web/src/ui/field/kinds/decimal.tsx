import { Sigma } from "lucide-react";
import type { FieldKind } from "@/ui/field/field-kind";
import { NumberSettings } from "@/ui/field/number-config";
import { grouped, NumberEditor, readNumber } from "@/ui/field/number-editor";
import { InputPicture } from "@/ui/field/pictures";

export const kind: FieldKind = {
  key: "decimal",
  group: "text",
  order: 23,
  icon: Sigma,
  label: "decimal",
  hint: "decimalHint",
  search: "xiaoshu xs decimal number shuzi",
  Picture: () => <InputPicture right>12.50</InputPicture>,
  Editor: (props) => <NumberEditor {...props} />,
  Cell: ({ value }) => <>{value === null || value === undefined ? "" : grouped(String(value))}</>,
  Config: (props) => (
    <NumberSettings
      {...props}
      settings={[
        { key: "min", label: "minimum", exact: true },
        { key: "max", label: "maximum", exact: true },
        { key: "decimals", label: "decimals", least: 0, most: 10 },
      ]}
    />
  ),
  operators: ["eq", "ne", "gt", "ge", "lt", "le", "between", "isEmpty", "isNotEmpty"],
  sortable: true,
  align: "right",
  width: 110,
  types: true,
  unique: true,
  write: (value) => (value === null || value === undefined ? "" : String(value)),
  read: readNumber,
};
