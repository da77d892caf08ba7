import { Mic } from "lucide-react";
import { fileListKind } from "@/ui/field/file-list-kind";

export const kind = fileListKind("recording", {
  key: "recording",
  order: 3.6,
  icon: Mic,
  label: "recordingField",
  hint: "recordingHint",
  search: "luyin ly recording audio yinpin",
});
