import { App, Button, Dropdown } from "antd";
import { Download } from "lucide-react";
import { useNavigate } from "react-router";
import { download } from "@/lib/download";
import { useWrite } from "@/lib/write";
import { exportTexts } from "./export-texts";
import { useProblemText } from "./states";

interface Props {
  path: string;
  /** What is to be exported, without the format. */
  body: object;
  /** Offers each row with its id, so that an import finds it again. */
  withIds?: boolean;
}

/** Exports: few rows at once, many in the background. */
export function ExportButton({ path, body, withIds }: Props) {
  const t = exportTexts.use();
  const { run, isPending } = useExport();
  const items = [
    { key: "xlsx", label: t("xlsx") },
    { key: "csv", label: t("csv") },
    ...(withIds ? [{ key: "ids", label: t("withIds") }] : []),
  ];
  const begin = ({ key }: { key: string }) =>
    run({ path, body: { ...body, format: key === "csv" ? "csv" : "xlsx", ...(key === "ids" ? { ids: true } : {}) } });
  return (
    <Dropdown menu={{ items, onClick: begin }} trigger={["click"]}>
      <Button type="text" icon={<Download size={14} />} loading={isPending}>
        {t("export")}
      </Button>
    </Dropdown>
  );
}

/** One export; what takes longer is told with a way to where it appears. */
export function useExport() {
  const t = exportTexts.use();
  const say = useProblemText();
  const navigate = useNavigate();
  const { message, notification } = App.useApp();
  const write = useWrite({
    run: ({ path, body }: { path: string; body: object }) => download("POST", path, body),
    refresh: [["transfers"]],
    onDone: (job) => {
      if (!job) return;
      notification.info({
        title: t("begun", { n: job.total }),
        actions: (
          <Button size="small" onClick={() => navigate("/transfers")}>
            {t("open")}
          </Button>
        ),
      });
    },
    onRefused: (problem) => message.error(say(problem)),
  });
  return { run: write.mutate, isPending: write.isPending };
}
