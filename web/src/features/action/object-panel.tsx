import { useQueries, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { type Page as Answered, api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import type { Ref } from "@/lib/me";
import { isNamed, type TableRecord, valueOfRole } from "@/lib/records";
import { fieldOf, levelOf, tablesQuery } from "@/lib/tables";
import { SidePanel } from "@/ui/page";
import { QualityTag, qualityOfBand } from "@/ui/quality-tag";
import { Load } from "@/ui/states";
import { actionTexts } from "./action-texts";
import type { BusinessObject } from "./business-queries";
import styles from "./lists.module.css";

interface HappenedEvent {
  id: string;
  source: string;
  type: string | { key: string; name: string };
  name?: string | null;
  occurredAt: string;
  actor?: Ref | null;
}

type Whole = BusinessObject & { events?: HappenedEvent[] };

/** One business object: what happened to it and what was done. */
export function ObjectPanel({ type, externalId, onClose }: { type: string; externalId: string; onClose: () => void }) {
  const t = actionTexts.use();
  const { moment } = useDates();
  const object = useQuery({
    queryKey: ["objects", type, "one", externalId],
    queryFn: ({ signal }) => api.get<Whole>(`/objects/${type}/${encodeURIComponent(externalId)}`, {}, signal),
  });
  return (
    <SidePanel title={object.data?.name ?? externalId} note={externalId} onClose={onClose}>
      <Load query={object}>
        {(data) => (
          <>
            <dl className={styles.facts}>
              {data.owner && (
                <div>
                  <dt>{t("owner")}</dt>
                  <dd>{data.owner.name}</dd>
                </div>
              )}
              {Object.entries(data.fields).map(([key, value]) => (
                <div key={key}>
                  <dt>{key}</dt>
                  <dd>{typeof value === "object" ? JSON.stringify(value) : String(value)}</dd>
                </div>
              ))}
            </dl>
            <h3 className={styles.gap}>{t("actions")}</h3>
            <Actions type={type} externalId={externalId} />
            <h3 className={styles.gap}>{t("events")}</h3>
            {(data.events ?? []).length === 0 && <p className="c2">{t("noEvents")}</p>}
            <ul>
              {(data.events ?? []).map((event) => (
                <li key={`${event.source}-${event.id}`} className={styles.line}>
                  <span className="c2">{moment(event.occurredAt)}</span>
                  <span className="ell">
                    {event.name ?? (typeof event.type === "string" ? event.type : event.type.name)}
                  </span>
                  <span className="c2 ell">{event.actor?.name}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Load>
    </SidePanel>
  );
}

/** The action records that name it, of every action table with an object field. */
function Actions({ type, externalId }: { type: string; externalId: string }) {
  const t = actionTexts.use();
  const { moment } = useDates();
  const tables = (useQuery(tablesQuery).data ?? []).filter((table) => table.actionTable && fieldOf(table, "object"));
  const lists = useQueries({
    queries: tables.map((table) => ({
      queryKey: ["records", table.key, "of-object", type, externalId],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<Answered<TableRecord>>(
          `/tables/${table.key}/records`,
          { filter: { field: "object", op: "eq", value: { type, externalId } }, sort: "-occurredAt", limit: 50 },
          signal,
        ),
    })),
  });
  const rows = lists.flatMap((list, index) =>
    (list.data?.items ?? []).map((record) => ({ record, table: tables[index] })),
  );
  if (rows.length === 0) return <p className="c2">{t("noActions")}</p>;
  return (
    <ul>
      {rows.map(({ record, table }) => {
        const node = valueOfRole(record, table, "node");
        const subject = valueOfRole(record, table, "subject");
        const level = levelOf(fieldOf(table, "quality"), valueOfRole(record, table, "quality"));
        return (
          <li key={record.id}>
            <Link className={styles.line} to={`/tables/${record.table}?record=${record.id}`}>
              <span className="c2">{moment(record.occurredAt ?? record.createdAt ?? "")}</span>
              <span className="ell">
                {isNamed(node) && node.name} {isNamed(subject) && `· ${subject.name}`}
              </span>
              {level ? (
                <QualityTag bare state={qualityOfBand(level.band)}>
                  {level.label}
                </QualityTag>
              ) : (
                <span />
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
