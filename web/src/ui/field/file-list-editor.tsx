import { Camera, Image, Mic, Paperclip } from "lucide-react";
import { useEffect } from "react";
import { itemsOf } from "./evidence";
import styles from "./evidence-editor.module.css";
import { Piece, Travelling } from "./evidence-pieces";
import type { EditorProps } from "./field-kind";
import { fieldTexts } from "./field-texts";
import { accepts, FileSlot } from "./file-slot";
import { canRecord, Recorder } from "./recorder";
import { useSending } from "./use-sending";

interface Props extends EditorProps {
  /** What each file has to be. */
  sort: "photo" | "recording" | "any";
}

/** Files of one kind, or of any; each starts to travel at once. */
export function FileListEditor({ value, onChange, id, label, field, look, describedBy, onBusy, sort }: Props) {
  const t = fieldTexts.use();
  const items = itemsOf(value);
  const { sending, add, send, remove, busy } = useSending(items, onChange);
  useEffect(() => onBusy?.(busy), [busy, onBusy]);
  const room = Number(field.config.max ?? 50) - items.length - sending.length;
  return (
    <fieldset className={styles.editor} id={id} aria-label={label ?? field.name} aria-describedby={describedBy}>
      <div className={styles.items} data-look={look}>
        {items.map((item) => (
          <Piece
            key={item.file}
            item={item}
            onRemove={() => onChange(items.filter((other) => other.file !== item.file))}
          />
        ))}
        {sending.map((one) => (
          <Travelling key={one.key} one={one} onRetry={() => send(one)} onRemove={() => remove(one)} />
        ))}
        {room > 0 && (
          <>
            {sort === "photo" && look === "phone" && (
              <FileSlot
                icon={Camera}
                label={t("takePhoto")}
                accept={accepts.photo}
                capture="environment"
                onFiles={(files) => add("photo", files)}
              />
            )}
            {sort === "recording" && canRecord() && <Recorder onRecorded={(file) => add("recording", [file])} />}
            <FileSlot
              icon={sort === "photo" ? Image : sort === "recording" ? Mic : Paperclip}
              label={t(sort === "photo" ? "album" : "uploadFile")}
              accept={accepts[sort]}
              multiple={room > 1}
              onFiles={(files) => add(sort, [...(files ?? [])].slice(0, room))}
            />
          </>
        )}
      </div>
    </fieldset>
  );
}
