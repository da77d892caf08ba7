import { Clock } from "lucide-react";
import { type Expectation, isOverdue } from "@/lib/expectations";
import { Chip } from "@/ui/chip";
import { QualityTag } from "@/ui/quality-tag";
import { actionTexts } from "./action-texts";

/** How an expectation stands; overdue is ink and a clock, never red. */
export function ExpectationMark({ expectation }: { expectation: Expectation }) {
  const t = actionTexts.use();
  const { state } = expectation;
  if (isOverdue(expectation))
    return (
      <span className="row w5">
        <Clock size={12} aria-hidden="true" />
        {t("state_overdue")}
      </span>
    );
  if (state === "missed")
    return (
      <QualityTag bare state="missed">
        {t("state_missed")}
      </QualityTag>
    );
  if (state === "doneLate") return <Chip>{t("state_doneLate")}</Chip>;
  return <span className="c2">{t(`state_${state}`)}</span>;
}
