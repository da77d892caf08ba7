import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useDates } from "@/lib/dates";
import { useMay } from "@/lib/me";
import type { TableRecord } from "@/lib/records";
import type { DataTable } from "@/lib/tables";
import { Chip } from "@/ui/chip";
import { Load } from "@/ui/states";
import { FieldValue } from "./field-value";
import styles from "./record.module.css";
import { type HistoryEntry, historyQuery } from "./record-queries";
import { recordTexts } from "./record-texts";
import { tableTexts } from "./table-texts";
import { VersionDialog } from "./version-dialog";

/** Who changed what, when, from where; and the way back to a version. */
export function History({ table, record }: { table: DataTable; record: TableRecord }) {
  const t = recordTexts.use();
  const may = useMay();
  const history = useInfiniteQuery(historyQuery(record.id));
  const [asked, setAsked] = useState<number>();
  return (
    <Load query={history}>
      {(data) => {
        const entries = data.pages.flatMap((page) => page.items);
        return (
          <>
            <ol className={styles.history}>
              {entries.map((entry) => (
                <li key={entry.version}>
                  <Version
                    table={table}
                    entry={entry}
                    current={entry.version === record.version}
                    onRevert={may("records.update") ? () => setAsked(entry.version) : undefined}
                  />
                </li>
              ))}
            </ol>
            {history.hasNextPage && (
              <Button size="small" loading={history.isFetchingNextPage} onClick={() => history.fetchNextPage()}>
                {t("older")}
              </Button>
            )}
            {asked !== undefined && (
              <VersionDialog
                table={table}
                record={record}
                entries={entries}
                version={asked}
                onClose={() => setAsked(undefined)}
              />
            )}
          </>
        );
      }}
    </Load>
  );
}

interface VersionProps {
  table: DataTable;
  entry: HistoryEntry;
  current: boolean;
  onRevert: (() => void) | undefined;
}

function Version({ table, entry, current, onRevert }: VersionProps) {
  const t = recordTexts.use();
  const words = tableTexts.use();
  const { moment } = useDates();
  return (
    <>
      <div className={styles.versionHead}>
        <p>
          <span className="w5">{entry.actor?.name ?? t("system")}</span>{" "}
          {entry.revertsTo === undefined ? words(`act_${entry.act}`) : t("revertedTo", { n: entry.revertsTo })}
        </p>
        {current ? (
          <Chip look="outline">{t("current")}</Chip>
        ) : (
          onRevert && (
            <Button size="small" type="text" onClick={onRevert} aria-label={`${t("revert")} ${entry.version}`}>
              {t("revert")}
            </Button>
          )
        )}
      </div>
      <p className="t12 c2">
        {t("version", { n: entry.version })} · {moment(entry.at)} ·{" "}
        {words(`source_${entry.source}` as "source_form") ?? t("sourceUnknown")}
      </p>
      <dl>
        {entry.changes.map((change) => (
          <div key={change.field}>
            <dt className="c2">{change.name}</dt>
            <dd>
              {entry.act === "updated" && (
                <>
                  <s className="c2">
                    <FieldValue table={table} field={change.field} value={change.from} />
                  </s>
                  <span aria-hidden="true">→</span>
                </>
              )}
              <FieldValue table={table} field={change.field} value={change.to} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
