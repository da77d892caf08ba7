import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import type { DataTable } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import { SidePanel } from "@/ui/page";
import { Load } from "@/ui/states";
import { titleOf } from "./record-panel";
import { recordsQuery } from "./record-queries";
import styles from "./table.module.css";
import { tableTexts } from "./table-texts";

/** What was deleted, with a way back. */
export function BinPanel({ table, onClose }: { table: DataTable; onClose: () => void }) {
  const t = tableTexts.use();
  const { moment } = useDates();
  const gone = useInfiniteQuery(recordsQuery({ table: table.key, deleted: true }));
  const restore = useWrite({
    run: (id: string, key) => api.post(`/records/${id}:restore`, undefined, { key }),
    refresh: [["records", table.key]],
  });
  return (
    <SidePanel title={t("binTitle")} note={t("binNote")} onClose={onClose}>
      <Load query={gone}>
        {(data) => {
          const records = data.pages.flatMap((page) => page.items);
          if (records.length === 0) return <p className="c2">{t("binEmpty")}</p>;
          return (
            <>
              <ul className={styles.bin}>
                {records.map((record) => (
                  <li key={record.id}>
                    <div>
                      <p className="ell">{titleOf(record, table)}</p>
                      <p className="t12 c2">
                        {t("deletedAt", { time: moment(record.deletedAt ?? record.updatedAt ?? "") })}
                      </p>
                    </div>
                    <Button
                      size="small"
                      loading={restore.isPending && restore.variables === record.id}
                      onClick={() => restore.mutate(record.id)}
                    >
                      {t("restore")}
                    </Button>
                  </li>
                ))}
              </ul>
              {gone.hasNextPage && (
                <Button size="small" onClick={() => gone.fetchNextPage()}>
                  {t("more")}
                </Button>
              )}
            </>
          );
        }}
      </Load>
    </SidePanel>
  );
}
