import type { ReactNode } from "react";
import styles from "@/ui/chip.module.css";

interface ChipProps {
  children: ReactNode;
  /** 1…5 = a choice's tint; outline = a state such as a version; dashed = provisional. */
  look?: 1 | 2 | 3 | 4 | 5 | "plain" | "outline" | "dashed";
}

/** A small word in a box: a choice, a version, a kind. Never for quality: that is `QualityTag`. */
export function Chip({ children, look = "plain" }: ChipProps) {
  return <span className={`${styles.chip} ${styles[`k${look}`]}`}>{children}</span>;
}

/** A steady tint for a name, for avatars and choices without a colour of their own. */
export function tintOf(name: string): 1 | 2 | 3 | 4 | 5 {
  let sum = 0;
  for (const sign of name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return ((sum % 5) + 1) as 1 | 2 | 3 | 4 | 5;
}
