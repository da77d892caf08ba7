import { Button } from "antd";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import styles from "@/ui/page.module.css";
import { uiTexts } from "@/ui/ui-texts";

interface PageProps {
  head?: ReactNode;
  /** A `SidePanel` at the right; the page makes room for it and stays usable. */
  panel?: ReactNode;
  /** The content fills the height and scrolls itself (grids). */
  full?: boolean;
  children: ReactNode;
}

/** A page of the shell: head, content with 24 px gutters, perhaps a panel beside both. */
export function Page({ head, panel, full, children }: PageProps) {
  return (
    <div className={styles.page}>
      <div className={`${styles.main} ${full ? styles.full : ""}`}>
        {head}
        <div className={full ? styles.fill : styles.content}>{children}</div>
      </div>
      {panel}
    </div>
  );
}

interface SidePanelProps {
  title: ReactNode;
  /** For screen readers, when the title is not plain text. */
  label?: string;
  note?: ReactNode;
  /** Buttons beside the close mark. */
  tools?: ReactNode;
  footer?: ReactNode;
  width?: number;
  onClose: () => void;
  children: ReactNode;
}

/** Details beside the page: no mask, Esc closes, on a phone it covers the screen. Give it a `key` per thing shown. */
export function SidePanel({ title, label, note, tools, footer, width = 440, onClose, children }: SidePanelProps) {
  const t = uiTexts.use();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside
      ref={panel}
      className={styles.panel}
      style={{ "--panel": `${width}px` } as React.CSSProperties}
      tabIndex={-1}
      aria-label={label ?? (typeof title === "string" ? title : undefined)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented && !isForList(event)) onClose();
      }}
    >
      <header className={styles.panelHead}>
        <div className={styles.panelTitle}>
          <h2>{title}</h2>
          {note && <p className="t13 c2">{note}</p>}
        </div>
        {tools}
        <Button type="text" aria-label={t("close")} icon={<X size={16} />} onClick={onClose} />
      </header>
      <div className={styles.panelBody}>{children}</div>
      {footer && <footer className={styles.panelFoot}>{footer}</footer>}
    </aside>
  );
}

/** Escape in an open list of choices closes that list and nothing else. */
function isForList({ target, currentTarget }: React.KeyboardEvent<HTMLElement>) {
  const from = target as HTMLElement;
  return from.getAttribute("aria-expanded") === "true" || !currentTarget.contains(from);
}
