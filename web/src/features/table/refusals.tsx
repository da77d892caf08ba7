import { Button, Modal } from "antd";
import { Link } from "react-router";
import type { TableRecord } from "@/lib/records";
import type { DataTable } from "@/lib/tables";
import styles from "./record.module.css";
import { recordTexts } from "./record-texts";
import { titleOf } from "./record-title";
import type { SeriesResult } from "./series";

interface Props {
  table: DataTable;
  records: TableRecord[];
  result: SeriesResult;
  title: string;
}

/** Which of many were not done, and why. */
export function Refusals({ table, records, result, title }: Props) {
  const t = recordTexts.use();
  const named = new Map(records.map((record) => [record.id, record]));
  return (
    <div role="alert">
      {result.refused.length > 0 && (
        <>
          <p className="w5">{title}</p>
          <ul className={styles.refusals}>
            {result.refused.map(({ id, reasons }) => {
              const record = named.get(id);
              return (
                <li key={id}>
                  <Link to={`/tables/${table.key}/records/${id}`}>{record ? titleOf(record, table) : id}</Link>
                  <p className="c2">{reasons.join(" ")}</p>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {result.left > 0 && <p>{t("stopped", { n: result.left })}</p>}
    </div>
  );
}

/** The same as a window of its own. */
export function RefusalsDialog({ onClose, ...shown }: Props & { onClose: () => void }) {
  const t = recordTexts.use();
  return (
    <Modal
      open
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t("close")}
        </Button>
      }
    >
      <Refusals {...shown} />
    </Modal>
  );
}
