import type { ReactNode } from "react";
import styles from "@/ui/part.module.css";

/** A part of a side panel: its name, an action at the right, its content. */
export function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <header className={styles.head}>
        <h3>{title}</h3>
        {action}
      </header>
      {children}
    </section>
  );
}
