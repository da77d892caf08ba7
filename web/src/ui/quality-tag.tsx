import type { ReactNode } from "react";
import styles from "@/ui/quality-tag.module.css";
import { uiTexts } from "@/ui/ui-texts";

/** The five states of the status language: shape + word + colour, never colour alone. */
export type Quality = "met" | "improve" | "support" | "missed" | "unsure";

/** A level's band (`MET`, `IMPROVE`, `SUPPORT`) as a state. */
export const qualityOfBand = (band: string): Quality =>
  band === "MET" ? "met" : band === "IMPROVE" ? "improve" : band === "SUPPORT" ? "support" : "unsure";

interface QualityTagProps {
  state: Quality;
  /** Another word than the state's own, such as a level's label or "达标，阈值 85%". */
  children?: ReactNode;
  /** Without tint: in columns that repeat it. */
  bare?: boolean;
}

export function QualityTag({ state, children, bare }: QualityTagProps) {
  const t = uiTexts.use();
  return (
    <span className={`${styles.tag} ${styles[state]} ${bare ? styles.bare : ""}`}>
      <QualityMark state={state} />
      {children ?? t(state)}
    </span>
  );
}

/** The shape alone, beside a word that stands elsewhere. Silhouettes differ at 11 px and in greyscale. */
export function QualityMark({ state, size = 12 }: { state: Quality; size?: number }) {
  return (
    <svg className={styles[`${state}Ink`]} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      {shapes[state]}
    </svg>
  );
}

const shapes: Record<Quality, ReactNode> = {
  met: (
    <>
      <circle cx="6" cy="6" r="5.5" fill="currentColor" />
      <path className={styles.knock} d="M3.5 6.2 5.3 8l3.3-3.7" />
    </>
  ),
  improve: (
    <path
      fill="currentColor"
      d="M6 .9c.35 0 .66.18.83.48l4.8 8.3a.95.95 0 0 1-.83 1.42H1.2a.95.95 0 0 1-.83-1.42l4.8-8.3A.95.95 0 0 1 6 .9Z"
    />
  ),
  support: (
    <path
      fill="currentColor"
      d="M1.6.6c.5 0 .8.3.8.7h8.3c.5 0 .7.5.4.9L9.4 4.6l1.7 2.5c.3.4 0 .9-.4.9H2.4v2.9a.8.8 0 1 1-1.6 0V1.3c0-.4.3-.7.8-.7Z"
    />
  ),
  missed: <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.3" strokeDasharray="2 1.85" />,
  unsure: (
    <>
      <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.3" strokeDasharray="2 1.85" />
      <path d="M3.9 6h4.2" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </>
  ),
};
