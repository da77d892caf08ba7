import { Button, Popconfirm } from "antd";
import { useState } from "react";
import type { TableRecord } from "@/lib/records";
import type { DataTable } from "@/lib/tables";
import { BulkDialog } from "./bulk-dialog";
import { recordTexts } from "./record-texts";
import { RefusalsDialog } from "./refusals";
import { MOST, type SeriesResult } from "./series";
import styles from "./table.module.css";
import { tableTexts } from "./table-texts";
import { useSeries } from "./use-series";

interface Props {
  table: DataTable;
  records: TableRecord[];
  /** How many there are of all that the filter lets through. */
  total: number | undefined;
  /** All that are read by now are chosen, and there are more. */
  onAll: (() => Promise<void>) | undefined;
  mayUpdate: boolean;
  mayDelete: boolean;
  onClear: () => void;
}

/** Stands in place of the toolbar while rows are chosen. */
export function BatchBar({ table, records, total = 0, onAll, mayUpdate, mayDelete, onClear }: Props) {
  const t = tableTexts.use();
  const r = recordTexts.use();
  const { run, offerUndo, progress } = useSeries(table.key);
  const [editing, setEditing] = useState(false);
  const [reading, setReading] = useState(false);
  const [refused, setRefused] = useState<{ records: TableRecord[]; result: SeriesResult }>();
  const remove = async () => {
    const ended = await run(
      "delete",
      records.map(({ id, version }) => ({ id, version })),
    );
    if (ended.done.length > 0) offerUndo(r("deletedN", { n: ended.done.length }), "restore", ended.done);
    if (ended.refused.length > 0 || ended.left > 0) setRefused({ records, result: ended });
    else onClear();
  };
  return (
    <div className={styles.toolbar}>
      <span className="w5">{t("selectedN", { n: records.length })}</span>
      {onAll && total <= MOST && (
        <Button
          type="link"
          loading={reading}
          onClick={async () => {
            setReading(true);
            await onAll();
            setReading(false);
          }}
        >
          {reading ? r("loadingAll", { n: records.length }) : r("selectAll", { n: total })}
        </Button>
      )}
      {onAll && total > MOST && <span className="t12 c2">{r("tooMany", { max: MOST })}</span>}
      {mayUpdate && <Button onClick={() => setEditing(true)}>{r("bulkEdit")}</Button>}
      {mayDelete && (
        <Popconfirm
          title={t("deleteAsk", { n: records.length })}
          okText={t("deleteN", { n: records.length })}
          okButtonProps={{ danger: true }}
          onConfirm={remove}
        >
          <Button danger loading={progress !== undefined}>
            {progress ? r("working", { n: progress.done, all: progress.all }) : t("deleteN", { n: records.length })}
          </Button>
        </Popconfirm>
      )}
      <Button type="text" onClick={onClear}>
        {t("unselect")}
      </Button>
      {refused && (
        <RefusalsDialog
          table={table}
          {...refused}
          title={r("deleteRefused", { n: refused.result.refused.length })}
          onClose={onClear}
        />
      )}
      {editing && <BulkDialog table={table} records={records} onClose={() => setEditing(false)} />}
    </div>
  );
}
