import { UploadCloud } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import styles from "./transfer.module.css";
import { transferTexts } from "./transfer-texts";

/** Takes one file: dropped, or chosen by click or keyboard. */
export function DropZone({ busy, onFile }: { busy: string | undefined; onFile: (file: File) => void }) {
  const t = transferTexts.use();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => file && busy === undefined && onFile(file);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <>
      <button
        type="button"
        className={`${styles.drop} ${isOver ? styles.over : ""}`}
        disabled={busy !== undefined}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <UploadCloud size={20} aria-hidden="true" />
        <span role="status">{busy ?? t("drop")}</span>
        <span className="t12 c2">{t("dropHint")}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt"
        aria-label={t("uploadTitle")}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </>
  );
}
