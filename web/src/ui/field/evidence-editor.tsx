import { Camera, FileText, Image, Link2, Mic } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { EvidenceNeed } from "@/lib/expectations";
import { type EvidenceItem, type EvidenceSort, itemsOf, stillMissing } from "./evidence";
import styles from "./evidence-editor.module.css";
import { LinkInput } from "./evidence-link";
import { Piece, Travelling } from "./evidence-pieces";
import type { EditorProps } from "./field-kind";
import { fieldTexts } from "./field-texts";
import { accepts, FileSlot } from "./file-slot";
import { handoff } from "./handoff";
import { canRecord, Recorder } from "./recorder";
import { useSending } from "./use-sending";

/** Photos, recordings, documents and links of a record; each starts to travel at once. */
export function EvidenceEditor({
  value,
  onChange,
  id,
  label,
  field,
  needs = [],
  look,
  describedBy,
  onBusy,
}: EditorProps) {
  const t = fieldTexts.use();
  const items = itemsOf(value);
  const { sending, add, send, remove, busy } = useSending(items, onChange);
  useEffect(() => onBusy?.(busy), [busy, onBusy]);
  const adding = useRef(add);
  adding.current = add;
  useEffect(() => {
    const given = handoff.take();
    if (given) adding.current(given.kind, given.files);
  }, []);
  const [linking, setLinking] = useState(false);
  const wanted = needs.length > 0 ? needs.map((need) => need.kind) : (["photo", "document", "link"] as EvidenceSort[]);
  const insecure = typeof window !== "undefined" && !window.isSecureContext && look === "phone";
  return (
    <fieldset className={styles.editor} id={id} aria-label={label ?? field.name} aria-describedby={describedBy}>
      {needs.length > 0 && <Needs items={items} needs={needs} />}
      <div className={styles.items} data-look={look}>
        {items.map((item, index) => (
          <Piece
            key={item.file ?? item.url ?? index}
            item={item}
            onRemove={() => onChange(items.filter((other) => other !== item))}
          />
        ))}
        {sending.map((one) => (
          <Travelling key={one.key} one={one} onRetry={() => send(one)} onRemove={() => remove(one)} />
        ))}
        {look === "phone" && (wanted.includes("photo") || needs.length === 0) && (
          <FileSlot
            icon={Camera}
            label={t("takePhoto")}
            accept={accepts.photo}
            capture="environment"
            onFiles={(files) => add("photo", files)}
          />
        )}
        <FileSlot
          icon={Image}
          label={look === "phone" ? t("album") : t("photo")}
          accept={accepts.photo}
          multiple
          onFiles={(files) => add("photo", files)}
        />
        {wanted.includes("recording") && canRecord() && <Recorder onRecorded={(file) => add("recording", [file])} />}
        {wanted.includes("recording") && (
          <FileSlot
            icon={Mic}
            label={t(canRecord() ? "uploadRecording" : "record")}
            accept={accepts.recording}
            onFiles={(files) => add("recording", files)}
          />
        )}
        {(wanted.includes("document") || look !== "phone") && (
          <FileSlot
            icon={FileText}
            label={t("uploadFile")}
            accept={accepts.document}
            multiple
            onFiles={(files) => add("document", files)}
          />
        )}
        <button type="button" className={styles.slot} aria-expanded={linking} onClick={() => setLinking(!linking)}>
          <Link2 size={22} strokeWidth={1.75} aria-hidden="true" />
          {t("addLink")}
        </button>
      </div>
      {linking && (
        <LinkInput
          onAdd={(url) => {
            setLinking(false);
            onChange([...items, { kind: "link", url }]);
          }}
        />
      )}
      {insecure && <p className="t12 c2">{t("plainHttp")}</p>}
    </fieldset>
  );
}

function Needs({ items, needs }: { items: EvidenceItem[]; needs: EvidenceNeed[] }) {
  const t = fieldTexts.use();
  const open = stillMissing(items, needs);
  return (
    <p className="t13 c2" role="status">
      {needs.map((need) => (
        <span key={need.kind} className={styles.need}>
          {t("needed", { kind: t(need.kind), n: need.min })}
          {open.includes(need)
            ? ` · ${t(need.mode === "required" ? "requiredMark" : "expectedMark")}`
            : ` · ${t("neededDone")}`}
        </span>
      ))}
    </p>
  );
}
