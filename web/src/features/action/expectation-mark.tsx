import { Clock } from "lucide-react";
import type { Expectation } from "@/lib/expectations";
import { Chip } from "@/ui/chip";
import { QualityTag } from "@/ui/quality-tag";
import { actionTexts } from "./action-texts";

/** How an expectation stands; overdue is ink and a clock, never red. */
export function ExpectationMark({ expectation: { state, due } }: { expectation: Expectation }) {
  const t = actionTexts.use();
  if (state === "missed")
    return (
      <QualityTag bare state="missed">
        {t("state_missed")}
      </QualityTag>
    );
  if (state === "doneLate") return <Chip>{t("state_doneLate")}</Chip>;
  if ((state === "open" || state === "dueSoon") && Date.parse(due) < Date.now())
    return (
      <span className="row w5">
        <Clock size={12} aria-hidden="true" />
        {t("state_overdue")}
      </span>
    );
  return <span className="c2">{t(`state_${state}`)}</span>;
}
