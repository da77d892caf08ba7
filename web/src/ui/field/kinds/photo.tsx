import { Camera } from "lucide-react";
import { fileListKind } from "@/ui/field/file-list-kind";

export const kind = fileListKind("photo", {
  key: "photo",
  order: 3.5,
  icon: Camera,
  label: "photoField",
  hint: "photoHint",
  search: "zhaopian zp photo tupian picture paizhao",
});
