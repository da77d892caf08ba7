import { Hash } from "lucide-react";
import type { FieldKind } from "@/ui/field/field-kind";
import { NumberSettings } from "@/ui/field/number-config";
import { grouped, NumberEditor, readNumber } from "@/ui/field/number-editor";
import { InputPicture } from "@/ui/field/pictures";

export const kind: FieldKind = {
  key: "integer",
  group: "text",
  order: 22,
  icon: Hash,
  label: "integer",
  hint: "integerHint",
  search: "zhengshu zs integer number shuzi",
  Picture: () => <InputPicture right>1,280</InputPicture>,
  Editor: (props) => <NumberEditor {...props} whole />,
  Cell: ({ value }) => <>{value === null || value === undefined ? "" : grouped(String(value))}</>,
  Config: (props) => (
    <NumberSettings
      {...props}
      settings={[
        { key: "min", label: "minimum" },
        { key: "max", label: "maximum" },
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
  read: (text) => {
    const number = readNumber(text);
    return typeof number === "string" ? (number.includes(".") ? undefined : Number(number)) : number;
  },
};
