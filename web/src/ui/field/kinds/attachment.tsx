import { Paperclip } from "lucide-react";
import { fileListKind } from "@/ui/field/file-list-kind";

export const kind = fileListKind("any", {
  key: "attachment",
  order: 4,
  icon: Paperclip,
  label: "attachmentField",
  hint: "attachmentHint",
  search: "fujian fj attachment file wenjian",
});
