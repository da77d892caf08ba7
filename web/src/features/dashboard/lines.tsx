import { useDates } from "@/lib/dates";
import { type Expectation, isOverdue, nodeNameOf } from "@/lib/expectations";
import { isNamed, type TableRecord, valueOfRole } from "@/lib/records";
import { type DataTable, fieldOf, levelOf } from "@/lib/tables";
import { Chip } from "@/ui/chip";
import { QualityTag, qualityOfBand } from "@/ui/quality-tag";
import { dashboardTexts } from "./dashboard-texts";
import styles from "./health.module.css";

const named = (value: unknown) => (isNamed(value) ? value.name : typeof value === "string" ? value : "");

/** An action in one line: when, what, who, how well. */
export function RecordLine({ record, table }: { record: TableRecord; table: DataTable | undefined }) {
  const t = dashboardTexts.use();
  const { moment } = useDates();
  const level = levelOf(fieldOf(table, "quality"), valueOfRole(record, table, "quality"));
  const object = named(valueOfRole(record, table, "object"));
  const unit = named(valueOfRole(record, table, "unit"));
  return (
    <>
      <span className={`${styles.when} c2`}>
        {moment(record.effectiveAt ?? record.occurredAt ?? record.createdAt ?? "")}
      </span>
      <span className={`${styles.what} ell`}>{named(valueOfRole(record, table, "node")) || table?.name}</span>
      <span className={`${styles.who} ell`}>
        {[named(valueOfRole(record, table, "subject")) || t("noPerson"), object || unit].filter(Boolean).join(" · ")}
      </span>
      {record.late && <Chip>{t("lateBy")}</Chip>}
      {level ? (
        <QualityTag bare state={qualityOfBand(level.band)}>
          {level.label}
        </QualityTag>
      ) : null}
    </>
  );
}

/** An expectation in one line: due when, what, who, how it stands. */
export function ExpectationLine({ expectation, now }: { expectation: Expectation; now: string }) {
  const t = dashboardTexts.use();
  const { due } = useDates();
  return (
    <>
      <span className={`${styles.when} c2`}>{due(expectation.due)}</span>
      <span className={`${styles.what} ell`}>{nodeNameOf(expectation)}</span>
      <span className={`${styles.who} ell`}>
        {[expectation.subject.name, expectation.object?.name ?? expectation.unit?.name].filter(Boolean).join(" · ")}
      </span>
      <ExpectationMark expectation={expectation} now={now} label={t} />
    </>
  );
}

function ExpectationMark({
  expectation,
  now,
  label: t,
}: {
  expectation: Expectation;
  now: string;
  label: ReturnType<typeof dashboardTexts.use>;
}) {
  const { state } = expectation;
  if (isOverdue(expectation, now)) return <span className="w5 nw">{t("overdueState")}</span>;
  if (state === "missed")
    return (
      <QualityTag bare state="missed">
        {t("missedState")}
      </QualityTag>
    );
  if (state === "done") return <span className="c2 nw">{t("done")}</span>;
  if (state === "doneLate") return <Chip>{t("doneLate")}</Chip>;
  if (state === "exempt") return <span className="c2 nw">{t("exempt")}</span>;
  if (state === "cancelled") return <span className="c2 nw">{t("cancelled")}</span>;
  return <span className="c2 nw">{t(state === "dueSoon" ? "dueSoon" : "openState")}</span>;
}
