import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { useVisibleHeight } from "@/lib/viewport";
import { actionTexts } from "./action-texts";
import styles from "./phone.module.css";

/** Title bar, what scrolls, and the foot that the keyboard never covers. */
export function PhoneFrame({ title, foot, children }: { title: string; foot?: ReactNode; children: ReactNode }) {
  const t = actionTexts.use();
  const go = useNavigate();
  const height = useVisibleHeight();
  const bar = (
    <header className={styles.bar}>
      <button type="button" aria-label={t("back")} onClick={() => (window.history.length > 1 ? go(-1) : go("/todo"))}>
        <ChevronLeft size={24} aria-hidden="true" />
      </button>
      <h1 className="ell">{title}</h1>
      <span />
    </header>
  );
  return (
    <main className={styles.frame} style={height === undefined ? {} : { height }}>
      <title>{title}</title>
      {bar}
      <div className={styles.scroll}>{children}</div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </main>
  );
}
