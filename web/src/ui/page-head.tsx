import { createContext, type ReactNode, use } from "react";
import { createPortal } from "react-dom";
import { Link } from "react-router";
import styles from "@/ui/page-head.module.css";
import { uiTexts } from "@/ui/ui-texts";

/** Where the trail of the current page is shown: the header of the shell. */
export const TrailPlace = createContext<HTMLElement | null>(null);

interface PageHeadProps {
  title: string;
  /** What stands above this page, left to right. */
  trail?: { label: string; to?: string }[];
  /** Chips behind the title. */
  tags?: ReactNode;
  /** A short line behind the tags: how many, since when. */
  note?: ReactNode;
  /** Buttons at the right; at most one of them primary. */
  actions?: ReactNode;
}

/** The head of a page, 56 px, and its trail in the header. */
export function PageHead({ title, trail = [], tags, note, actions }: PageHeadProps) {
  const t = uiTexts.use();
  const place = use(TrailPlace);
  return (
    <>
      <title>{`${title} · ${t("brand")}`}</title>
      {place &&
        createPortal(
          <ol className={styles.trail}>
            {trail.map(({ label, to }) => (
              <li key={label}>{to ? <Link to={to}>{label}</Link> : label}</li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>,
          place,
        )}
      <div className={styles.head}>
        <h1 className="ell" title={title}>
          {title}
        </h1>
        {tags}
        {note && <span className={`${styles.note} t13 c2`}>{note}</span>}
        <span className="sp" />
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </>
  );
}
