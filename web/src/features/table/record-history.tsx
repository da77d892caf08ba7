import { useQuery } from "@tanstack/react-query";
import { useDates } from "@/lib/dates";
import type { DataTable } from "@/lib/tables";
import { kindOf } from "@/ui/field/kinds";
import { Load } from "@/ui/states";
import { historyQuery } from "./record-queries";
import styles from "./table.module.css";
import { tableTexts } from "./table-texts";

/** Who changed what, when, from where. */
export function History({ table, id }: { table: DataTable; id: string }) {
  const t = tableTexts.use();
  const { moment } = useDates();
  const history = useQuery(historyQuery(id));
  return (
    <Load query={history}>
      {(entries) => (
        <ol className={styles.history}>
          {entries.map((entry) => (
            <li key={entry.version}>
              <p className="t12 c2">
                {moment(entry.at)} ·{" "}
                {t("by", {
                  name: entry.actor?.name ?? t("system"),
                  source: t(`source_${entry.source}` as "source_form"),
                })}{" "}
                · {t(`act_${entry.act}`)}
              </p>
              <dl>
                {entry.changes.map((change) => (
                  <div key={change.field}>
                    <dt className="c2">{change.name}</dt>
                    <dd>
                      {entry.act === "updated" && (
                        <>
                          <s className="c2">
                            <Value table={table} field={change.field} value={change.from} />
                          </s>
                          {" → "}
                        </>
                      )}
                      <Value table={table} field={change.field} value={change.to} />
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ol>
      )}
    </Load>
  );
}

function Value({ table, field: key, value }: { table: DataTable; field: string; value: unknown }) {
  const t = tableTexts.use();
  const field = table.fields.find((one) => one.key === key);
  if (value === null || value === undefined || value === "") return <span className="c3">{t("emptyValue")}</span>;
  const Cell = field && kindOf(field.type).Cell;
  return Cell ? (
    <Cell field={field} value={value} />
  ) : (
    <>{typeof value === "object" ? JSON.stringify(value) : String(value)}</>
  );
}
