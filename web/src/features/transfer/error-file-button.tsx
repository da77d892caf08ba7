import { App, Button } from "antd";
import { Download } from "lucide-react";
import { download } from "@/lib/download";
import { useWrite } from "@/lib/write";
import { useProblemText } from "@/ui/states";
import { transferTexts } from "./transfer-texts";

/** The rows that were wrong, with the reason behind each. */
export function ErrorFileButton({ id }: { id: string }) {
  const t = transferTexts.use();
  const say = useProblemText();
  const { message } = App.useApp();
  const fetching = useWrite({
    run: () => download("GET", `/imports/${id}/errors`),
    onRefused: (problem) => message.error(say(problem)),
  });
  return (
    <Button icon={<Download size={14} />} loading={fetching.isPending} onClick={() => fetching.mutate()}>
      {t("errorFile")}
    </Button>
  );
}
