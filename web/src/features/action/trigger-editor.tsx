import { useQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import type { Per, Trigger } from "@/lib/nodes";
import { actionTexts } from "./action-texts";
import { eventTypesQuery } from "./business-queries";
import styles from "./scene.module.css";
import { ChoiceSlot, NumberSlot, SpanSlot } from "./slot";
import { isoOf, spanOf } from "./span";

/** 每 周 做 2 次 · 在 商机接触 之后 90 天 内做完: a sentence with slots. */
export function TriggerEditor({ value, onChange }: { value: Trigger; onChange: (trigger: Trigger) => void }) {
  const t = actionTexts.use();
  const types = useQuery(eventTypesQuery).data ?? [];
  const switchTo = (kind: Trigger["kind"]) => {
    if (kind === value.kind) return;
    if (kind === "cadence") onChange({ kind, times: 1, per: "week" });
    else if (kind === "event") onChange({ kind, type: types[0]?.key ?? "", dueAfter: "P1D" });
    else onChange({ kind });
  };
  return (
    <div className={styles.part}>
      <span className="t12 c2">{t("when")}</span>
      <Segmented<Trigger["kind"]>
        block
        aria-label={t("when")}
        value={value.kind}
        onChange={switchTo}
        options={(["cadence", "event", "manual"] as const).map((kind) => ({ value: kind, label: t(`when_${kind}`) }))}
      />
      {value.kind === "cadence" && (
        <div className={styles.sentence}>
          {t("cadenceA")}
          <ChoiceSlot<Per>
            label={t("when_cadence")}
            value={value.per}
            options={(["day", "week", "month"] as const).map((per) => ({ value: per, label: t(`per_${per}`) }))}
            onChange={(per) => onChange({ ...value, per })}
          />
          {t("cadenceB")}
          <NumberSlot
            label={t("cadenceC")}
            most={50}
            value={value.times}
            onChange={(times) => onChange({ ...value, times })}
          />
          {t("cadenceC")}
        </div>
      )}
      {value.kind === "event" && (
        <div className={styles.sentence}>
          {t("eventA")}
          <Select
            size="small"
            variant="filled"
            className={styles.slot ?? ""}
            aria-label={t("eventType")}
            value={value.type || null}
            placeholder={t("eventType")}
            options={types.map((type) => ({ value: type.key, label: type.name }))}
            onChange={(type: string) => onChange({ ...value, type })}
            notFoundContent={t("noEventTypes")}
            popupMatchSelectWidth={false}
          />
          {t("eventB")}
          <SpanSlot
            label={t("deadline")}
            value={spanOf(value.dueAfter) ?? { n: 1, unit: "days" }}
            onChange={(span) => onChange({ ...value, dueAfter: isoOf(span) })}
          />
          {t("eventC")}
        </div>
      )}
      {value.kind === "manual" && <p className="t12 c2">{t("manualSentence")}</p>}
    </div>
  );
}
