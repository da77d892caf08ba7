import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import type { TableRecord } from "@/lib/records";
import { tablesQuery } from "@/lib/tables";
import { dashboardTexts } from "./dashboard-texts";
import styles from "./health.module.css";
import { RecordLine } from "./lines";
import { Widget } from "./widget";

/** The last actions; one that came while looking is tinted for a moment. */
export function Latest({ records }: { records: TableRecord[] }) {
  const t = dashboardTexts.use();
  const fresh = useFresh(records);
  const tables = useQuery(tablesQuery).data;
  return (
    <Widget title={t("latest")} note={t("latestNote")}>
      {records.length === 0 ? (
        <p className={`${styles.bare} c2`}>{t("emptyLatest")}</p>
      ) : (
        <ul className={`${styles.lines} ${styles.latest}`}>
          {records.map((record) => (
            <li key={record.id} className={fresh.has(record.id) ? styles.fresh : ""}>
              <Link className={styles.line} to={`/tables/${record.table}?record=${record.id}`}>
                <RecordLine record={record} table={tables?.find((table) => table.key === record.table)} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Widget>
  );
}

/** The ids that were not there at the last look, for 1.2 s. */
function useFresh(records: TableRecord[]) {
  const seen = useRef<Set<string>>(undefined);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const before = seen.current;
    seen.current = new Set(records.map((record) => record.id));
    if (!before) return;
    const added = records.filter((record) => !before.has(record.id)).map((record) => record.id);
    if (added.length === 0) return;
    setFresh(new Set(added));
    const timer = setTimeout(() => setFresh(new Set()), 1200);
    return () => clearTimeout(timer);
  }, [records]);
  return fresh;
}
