import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { type Expectation, nodeNameOf } from "@/lib/expectations";
import { type Ref, useMay } from "@/lib/me";
import { isNamed, type Named, type TableRecord, valueOfRole } from "@/lib/records";
import type { DataTable } from "@/lib/tables";
import { QualityTag, qualityOfBand } from "@/ui/quality-tag";
import { Load } from "@/ui/states";
import styles from "./record.module.css";
import { recordTexts } from "./record-texts";
import { tableTexts } from "./table-texts";

/** What belongs to a record: what it closes, its business object with the other actions about it, and who filed it. */
export function Related({ table, record }: { table: DataTable; record: TableRecord }) {
  const object = valueOfRole(record, table, "object");
  return (
    <div className={styles.related}>
      {table.actionTable && <Closes record={record} />}
      {isNamed(object) && <AboutObject object={object} record={record} />}
      <Filed record={record} />
    </div>
  );
}

function Closes({ record }: { record: TableRecord }) {
  const t = recordTexts.use();
  const may = useMay();
  const { due } = useDates();
  const id = record.expectation?.id;
  const query = useQuery({
    queryKey: ["expectation", id],
    queryFn: ({ signal }) => api.get<Expectation>(`/expectations/${id}`, {}, signal),
    enabled: id !== undefined && may("expectations.read"),
  });
  return (
    <section>
      <h3>{t("closes")}</h3>
      {id === undefined ? (
        <p className="c2 t13">{t("unplanned")}</p>
      ) : (
        query.data && (
          <p>
            {nodeNameOf(query.data)} · {t("due", { due: due(query.data.due) })}{" "}
            <Link to={`/expectations?expectation=${id}`}>{t("openExpectations")}</Link>
          </p>
        )
      )}
    </section>
  );
}

interface WholeObject {
  name: string;
  actions?: {
    id: string;
    table: string | null;
    node: Named | null;
    subject: Ref | null;
    effectiveAt: string;
    level: "MET" | "IMPROVE" | "SUPPORT" | null;
  }[];
}

function AboutObject({ object, record }: { object: Named; record: TableRecord }) {
  const t = recordTexts.use();
  const { moment } = useDates();
  const may = useMay();
  const { type = "", externalId = "" } = object;
  const whole = useQuery({
    queryKey: ["objects", type, "one", externalId],
    queryFn: ({ signal }) => api.get<WholeObject>(`/objects/${type}/${encodeURIComponent(externalId)}`, {}, signal),
    enabled: may("objects.read") && type !== "" && externalId !== "",
    retry: false,
  });
  return (
    <section>
      <h3>{t("object")}</h3>
      <p>
        {object.name} <span className="c2">{externalId}</span>
      </p>
      {may("objects.read") && (
        <Load query={whole}>
          {({ actions = [] }) => {
            const others = actions.filter((action) => action.id !== record.id);
            if (others.length === 0) return <p className="c2 t13">{t("noOtherActions")}</p>;
            return (
              <>
                <p className="t12 c2">{t("objectActions")}</p>
                <ul>
                  {others.map((action) => (
                    <li key={action.id}>
                      <Link to={`/tables/${action.table}/records/${action.id}`}>
                        <span className="c2">{moment(action.effectiveAt)}</span>
                        <span className="ell">
                          {action.node?.name} {action.subject && `· ${action.subject.name}`}
                        </span>
                        {action.level ? <QualityTag bare state={qualityOfBand(action.level)} /> : <span />}
                      </Link>
                    </li>
                  ))}
                </ul>
              </>
            );
          }}
        </Load>
      )}
    </section>
  );
}

function Filed({ record }: { record: TableRecord }) {
  const t = recordTexts.use();
  const words = tableTexts.use();
  const { moment } = useDates();
  const by = (person: Ref | null | undefined, at: string | undefined) =>
    t("byAt", { name: person?.name ?? t("system"), time: at ? moment(at) : "" });
  return (
    <section>
      <h3>{t("facts")}</h3>
      <dl className={styles.facts}>
        <div>
          <dt>{t("created")}</dt>
          <dd>{by(record.createdBy, record.createdAt)}</dd>
        </div>
        <div>
          <dt>{t("changed")}</dt>
          <dd>{by(record.updatedBy, record.updatedAt)}</dd>
        </div>
        <div>
          <dt>{t("source")}</dt>
          <dd>{words(`source_${record.source}` as "source_form")}</dd>
        </div>
      </dl>
    </section>
  );
}
