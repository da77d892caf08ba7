import { Button, Input } from "antd";
import { useState } from "react";
import styles from "./evidence-editor.module.css";
import { fieldTexts } from "./field-texts";

/** Asks for the address of something that lies elsewhere. */
export function LinkInput({ onAdd }: { onAdd: (url: string) => void }) {
  const t = fieldTexts.use();
  const [url, setUrl] = useState("");
  const [wrong, setWrong] = useState(false);
  const add = () => (/^https?:\/\/\S+$/i.test(url.trim()) ? onAdd(url.trim()) : setWrong(true));
  return (
    <div className={styles.link}>
      <Input
        type="url"
        inputMode="url"
        autoFocus
        aria-label={t("linkPrompt")}
        placeholder={t("linkPrompt")}
        value={url}
        {...(wrong ? { status: "error" as const } : {})}
        onChange={(event) => {
          setUrl(event.target.value);
          setWrong(false);
        }}
        onPressEnter={(event) => {
          event.preventDefault();
          add();
        }}
      />
      <Button onClick={add}>{t("addLinkDo")}</Button>
      {wrong && (
        <p role="alert" className={`${styles.wrong} t12`}>
          {t("badLink")}
        </p>
      )}
    </div>
  );
}
