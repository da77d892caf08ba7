import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { Link } from "react-router";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useMay } from "@/lib/me";
import { useWrite } from "@/lib/write";
import { Empty, useProblemText, Waiting } from "@/ui/states";
import { daysLeft } from "./days-left";
import { deletedRecordQuery } from "./record-queries";
import { recordTexts } from "./record-texts";

/** Deleted, or beyond what one may see. Whoever may delete hears of the bin, and can take it out. */
export function MissingRecord({ table, id }: { table: string; id: string }) {
  const t = recordTexts.use();
  const may = useMay();
  const { moment } = useDates();
  const { message } = App.useApp();
  const text = useProblemText();
  const gone = useQuery({ ...deletedRecordQuery(id), enabled: may("records.delete"), retry: false });
  const restore = useWrite({
    run: (_: undefined, key) => api.post(`/records/${id}:restore`, undefined, { key }),
    refresh: [["record", id], ["records"]],
    onDone: () => message.success(t("restored")),
    onRefused: (problem) => message.error(problem.errors.map((error) => error.message).join(" ") || text(problem)),
  });
  if (gone.isLoading) return <Waiting />;
  const back = <Link to={`/tables/${table}`}>{t("back")}</Link>;
  if (!gone.data)
    return (
      <Empty page title={t("missing")} actions={back}>
        {t("missingHint")}
      </Empty>
    );
  const left = daysLeft(gone.data.deletedAt ?? "");
  return (
    <Empty
      page
      title={t("inBin")}
      actions={
        <>
          <Button type="primary" loading={restore.isPending} onClick={() => restore.mutate(undefined)}>
            {t("restore")}
          </Button>
          {back}
        </>
      }
    >
      {t("inBinBy", { name: gone.data.deletedBy?.name ?? t("system"), time: moment(gone.data.deletedAt ?? "") })}
      <br />
      {left > 0 ? t("inBinLeft", { n: left }) : t("lastDay")}
    </Empty>
  );
}
