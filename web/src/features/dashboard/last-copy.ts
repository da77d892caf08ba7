import { useState } from "react";
import type { Health, Question } from "./health-query";

const name = (question: Question) => `huoji.health.${question.period ?? question.grain}.${question.unit ?? ""}`;

/** Keeps the last good answer for this tab, to be shown when the server can't be reached. */
export function keepCopy(question: Question, health: Health) {
  try {
    sessionStorage.setItem(name(question), JSON.stringify(health));
  } catch {
    // Full or forbidden: then there is no copy.
  }
}

export function useLastCopy(question: Question): { at?: string; shown?: Health; show: () => void } {
  const [asked, setAsked] = useState<string>();
  const found = read(question);
  return {
    ...(found ? { at: found.asOf } : {}),
    ...(found && asked === name(question) ? { shown: found } : {}),
    show: () => setAsked(name(question)),
  };
}

function read(question: Question): Health | undefined {
  try {
    const text = sessionStorage.getItem(name(question));
    return text ? (JSON.parse(text) as Health) : undefined;
  } catch {
    return undefined;
  }
}
