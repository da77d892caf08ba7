import type { ActionNode, Assignee, Trigger } from "@/lib/nodes";
import { actionTexts } from "./action-texts";
import { spanOf } from "./span";

/** A node in plain words, for the timetable of its scene. */
export function useNodeWords() {
  const t = actionTexts.use();
  const span = (text: string | null | undefined) => {
    const found = spanOf(text);
    return found ? t(found.unit, { n: found.n }) : "";
  };
  return {
    span,
    who(assignee: Assignee) {
      switch (assignee.kind) {
        case "role":
          return assignee.unit
            ? t("who_roleIn", { role: assignee.role.name, unit: assignee.unit.name })
            : t("who_roleOf", { role: assignee.role.name });
        case "unit":
          return t("who_unitOf", { unit: assignee.unit.name });
        case "person":
          return assignee.person.name;
        default:
          return t(`who_${assignee.kind}`);
      }
    },
    when(trigger: Trigger, eventName: (key: string) => string) {
      if (trigger.kind === "cadence") return t("sentence_cadence", { n: trigger.times, per: t(`per_${trigger.per}`) });
      if (trigger.kind === "event") return t("sentence_event", { type: eventName(trigger.type) });
      return t("sentence_manual");
    },
    deadline({ trigger, grace }: ActionNode) {
      const due =
        trigger.kind === "cadence"
          ? t(`due_${trigger.per}`)
          : trigger.kind === "event"
            ? t("due_within", { span: span(trigger.dueAfter) })
            : t("due_none");
      return { due, grace: span(grace) };
    },
  };
}
