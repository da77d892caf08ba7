import { Button } from "antd";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { uiTexts } from "@/ui/ui-texts";

/** Copies a text and says so in its own label; works over plain http, too. */
export function CopyButton({ text, label, primary }: { text: string; label?: string; primary?: boolean }) {
  const t = uiTexts.use();
  const [done, setDone] = useState(false);
  const copy = async () => {
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else copyOldWay(text);
    setDone(true);
    setTimeout(() => setDone(false), 2000);
  };
  return (
    <Button
      type={primary ? "primary" : "default"}
      icon={done ? <Check size={14} /> : <Copy size={14} />}
      onClick={copy}
    >
      <span aria-live="polite">{done ? t("copied") : (label ?? t("copy"))}</span>
    </Button>
  );
}

/** The clipboard needs TLS or localhost; an intranet server may have neither. */
function copyOldWay(text: string) {
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
