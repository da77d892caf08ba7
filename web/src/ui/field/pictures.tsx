import type { ReactNode } from "react";
import styles from "@/ui/field/field.module.css";

/** The frame that the pictures of the picker share: an input of 84 × 24 in the middle of 110 × 44. */
export function InputPicture({ children, right }: { children: ReactNode; right?: boolean }) {
  return (
    <span className={styles.inputPicture} data-right={right} aria-hidden="true">
      {children}
    </span>
  );
}

/** Grey bars instead of words, so that a picture needs no translation. */
export function Bars({ widths }: { widths: number[] }) {
  return (
    <span className={styles.bars} aria-hidden="true">
      {widths.map((width, index) => (
        <i key={index} style={{ width }} />
      ))}
    </span>
  );
}
