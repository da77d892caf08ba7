import { Tooltip } from "antd";
import type { LucideIcon } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import { Link, NavLink, Outlet } from "react-router";
import { Brand } from "@/ui/brand";
import { useMedia, usePhone } from "@/ui/media";
import { TrailPlace } from "@/ui/page-head";
import styles from "@/ui/shell.module.css";
import { Waiting } from "@/ui/states";
import { uiTexts } from "@/ui/ui-texts";

export interface ShellItem {
  to: string;
  icon: LucideIcon;
  label: string;
  /** A count as plain text; never a red dot. */
  count?: number | undefined;
}

interface ShellProps {
  groups: { label: string; items: ShellItem[] }[];
  /** The tab bar of the phone. */
  tabs: ShellItem[];
  /** The round button in the middle of the tab bar. */
  act?: ShellItem | undefined;
  /** At the right of the header. */
  tools?: ReactNode;
  /** A strip above every page: what concerns the whole company. */
  notice?: ReactNode;
  /** At the foot of the menu: the company. */
  foot?: ReactNode;
}

/** Menu 200 px + header 48 px; icons only below 1200 px; the phone shell with its tab bar below 768 px. */
export function Shell(props: ShellProps) {
  const t = uiTexts.use();
  const phone = usePhone();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const content = (
    <div className={styles.body}>
      {props.notice}
      <main id="content" className={styles.content} tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
  return (
    <div className={phone ? styles.phone : styles.shell}>
      <a className={styles.skip} href="#content">
        {t("skip")}
      </a>
      {phone ? (
        <>
          {content}
          <TabBar {...props} />
        </>
      ) : (
        <TrailPlace value={place}>
          <Menu {...props} />
          <header className={styles.top}>
            <div className={styles.trail} ref={setPlace} />
            {props.tools}
          </header>
          {content}
        </TrailPlace>
      )}
    </div>
  );
}

function Menu({ groups, foot }: ShellProps) {
  const t = uiTexts.use();
  const folded = useMedia("(max-width: 1199px)");
  return (
    <nav className={styles.side} aria-label={t("menu")}>
      <Link to="/" className={styles.brand}>
        <Brand bare={folded} />
      </Link>
      <div className={styles.nav}>
        {groups.map(({ label, items }) => (
          <section key={label} aria-label={label}>
            <p className={styles.group}>{label}</p>
            {items.map((item) => (
              <Tooltip key={item.to} title={folded ? item.label : ""} placement="right">
                <NavLink to={item.to}>
                  <item.icon size={16} strokeWidth={1.75} aria-hidden="true" />
                  <span className={folded ? "unseen" : ""}>{item.label}</span>
                  {item.count !== undefined && item.count > 0 && <span className={styles.count}>{item.count}</span>}
                </NavLink>
              </Tooltip>
            ))}
          </section>
        ))}
      </div>
      {foot && !folded && <div className={styles.foot}>{foot}</div>}
    </nav>
  );
}

function TabBar({ tabs, act }: ShellProps) {
  const t = uiTexts.use();
  const half = act ? Math.ceil(tabs.length / 2) : tabs.length;
  const tab = (item: ShellItem) => (
    <NavLink key={item.to} to={item.to} className={styles.tab ?? ""}>
      <item.icon size={22} strokeWidth={1.75} aria-hidden="true" />
      {item.label}
    </NavLink>
  );
  return (
    <nav className={styles.tabs} aria-label={t("menu")}>
      {tabs.slice(0, half).map(tab)}
      {act && (
        <Link to={act.to} className={styles.act ?? ""} aria-label={act.label}>
          <act.icon size={24} aria-hidden="true" />
        </Link>
      )}
      {tabs.slice(half).map(tab)}
    </nav>
  );
}
