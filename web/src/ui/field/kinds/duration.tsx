import { Timer } from "lucide-react";
import { useState } from "react";
import { clockOf, isoOfClock } from "@/ui/field/duration";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { InputPicture } from "@/ui/field/pictures";
import { TextEditor } from "@/ui/field/text-editor";

/** Keeps what is typed as it is; what is not understood goes to the server, which says why. */
function Editor({ value, onChange, ...props }: EditorProps) {
  const t = fieldTexts.use();
  const [typed, setTyped] = useState(() => clockOf(value) || (typeof value === "string" ? value : ""));
  return (
    <TextEditor
      {...props}
      value={typed}
      onChange={(next) => {
        const text = typeof next === "string" ? next : "";
        setTyped(text);
        const iso = isoOfClock(text);
        onChange(iso === undefined ? text : iso);
      }}
      placeholder={t("durationPlaceholder")}
    />
  );
}

export const kind: FieldKind = {
  key: "duration",
  group: "text",
  order: 27,
  icon: Timer,
  label: "duration",
  hint: "durationHint",
  search: "shichang sc duration hours minutes xiaoshi fenzhong",
  Picture: () => <InputPicture right>1:30</InputPicture>,
  Editor,
  Cell: ({ value }) => <>{clockOf(value)}</>,
  operators: ["ge", "le", "eq", "ne", "isEmpty", "isNotEmpty"],
  sortable: true,
  align: "right",
  width: 110,
  types: true,
  write: (value) => clockOf(value),
  read: isoOfClock,
};
