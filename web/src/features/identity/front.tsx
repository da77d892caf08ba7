import { Segmented } from "antd";
import type { ReactNode } from "react";
import { type Language, language } from "@/lib/language";
import { Brand } from "@/ui/brand";
import styles from "./front.module.css";
import { identityTexts } from "./identity-texts";

interface FrontProps {
  title: string;
  hint?: ReactNode;
  children?: ReactNode;
}

/** The pages before the door: one narrow column, the mark above, the language below. */
export function Front({ title, hint, children }: FrontProps) {
  const t = identityTexts.use();
  const lang = language.use();
  return (
    <main className={styles.front}>
      <title>{title}</title>
      <div className={styles.column}>
        <Brand size={28} />
        <div className={`${styles.card} card`}>
          <h1>{title}</h1>
          {hint && <p className="c2">{hint}</p>}
          {children && <div className={styles.body}>{children}</div>}
        </div>
        <Segmented<Language>
          size="small"
          className={styles.language ?? ""}
          aria-label={t("language")}
          value={lang}
          onChange={language.set}
          options={[
            { value: "zh-CN", label: t("chinese") },
            { value: "en", label: t("english") },
          ]}
        />
      </div>
    </main>
  );
}
