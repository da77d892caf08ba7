import { ChevronRight } from "lucide-react";
import { Link } from "react-router";
import { appTexts } from "@/app/app-texts";
import { groups, useMine } from "@/app/menu";
import styles from "@/app/menu-page.module.css";
import { useUnread } from "@/lib/mentions";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";

/** The whole menu as a page: how a phone reaches what its tab bar has no room for. */
export default function MenuPage() {
  const t = appTexts.use();
  const mine = useMine();
  const unread = useUnread();
  return (
    <Page head={<PageHead title={t("more")} />}>
      {groups.map((group) => {
        const items = mine.filter((item) => item.group === group && !item.act);
        if (items.length === 0) return null;
        return (
          <section key={group} className={styles.group} aria-label={t(group)}>
            <p className="t12 c3">{t(group)}</p>
            <ul className="card">
              {items.map((item) => (
                <li key={item.to}>
                  <Link to={item.to}>
                    <item.icon size={20} strokeWidth={1.75} aria-hidden="true" />
                    <span className="sp">{t(item.label)}</span>
                    {item.to === "/mentions" && unread > 0 && <span className="c2">{unread}</span>}
                    <ChevronRight size={16} className="c3" aria-hidden="true" />
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Page>
  );
}
