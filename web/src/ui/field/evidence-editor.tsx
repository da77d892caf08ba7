import { Button, Input } from "antd";
import { Camera, FileText, Image, Link2, Mic, RotateCw, X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import type { EvidenceNeed } from "@/lib/expectations";
import { asProblem, type Problem } from "@/lib/problem";
import { downscaled, fileAddress, thumbnailOf, upload } from "@/lib/upload";
import styles from "@/ui/field/evidence-editor.module.css";
import type { EditorProps } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { handoff } from "@/ui/field/handoff";
import { useProblemText } from "@/ui/states";

export type EvidenceSort = "photo" | "recording" | "document" | "link";

/** One piece of evidence as records carry it; name and thumbnail only where the server tells them. */
export interface EvidenceItem {
  kind: EvidenceSort;
  file?: string;
  url?: string;
  name?: string;
  thumbnail?: boolean;
}

export const evidenceIcons = { photo: Image, recording: Mic, document: FileText, link: Link2 };

export const itemsOf = (value: unknown): EvidenceItem[] => (Array.isArray(value) ? (value as EvidenceItem[]) : []);

/** What the node asks for and is not there yet. */
export const stillMissing = (items: EvidenceItem[], needs: EvidenceNeed[]) =>
  needs.filter((need) => items.filter((item) => item.kind === need.kind).length < need.min);

const MOST_BYTES = 50 * 1024 * 1024;
const accepts: Record<Exclude<EvidenceSort, "link">, string> = {
  photo: "image/jpeg,image/png,image/webp",
  recording: "audio/*,.m4a,.mp3,.wav,.amr,.aac,.ogg",
  document: ".pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,.csv,image/jpeg,image/png",
};

interface Sending {
  key: string;
  kind: Exclude<EvidenceSort, "link">;
  file: File;
  share: number;
  problem?: Problem | undefined;
  preview?: string | undefined;
}

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
  const latest = useRef(items);
  latest.current = items;
  const [sending, setSending] = useState<Sending[]>([]);
  const busy = sending.some((one) => !one.problem);
  useEffect(() => onBusy?.(busy), [busy, onBusy]);
  const [linking, setLinking] = useState(false);
  const change = (key: string, part: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const send = async (one: Sending) => {
    change(one.key, { problem: undefined, share: 0 });
    try {
      const file = one.kind === "photo" ? await downscaled(one.file) : one.file;
      const stored = await upload(file, one.kind, (share) => change(one.key, { share }));
      setSending((all) => all.filter((other) => other.key !== one.key));
      latest.current = [
        ...latest.current,
        { kind: one.kind, file: stored.id, name: stored.name, thumbnail: stored.thumbnail },
      ];
      onChange(latest.current);
    } catch (thrown) {
      change(one.key, { problem: asProblem(thrown) });
    }
  };
  const add = (kind: Sending["kind"], files: FileList | null) => {
    const made = [...(files ?? [])].map((file, index) => ({
      key: `${Date.now()}-${index}`,
      kind,
      file,
      share: 0,
      ...(kind === "photo" ? { preview: URL.createObjectURL(file) } : {}),
    }));
    setSending((all) => [...all, ...made]);
    for (const one of made)
      if (one.file.size > MOST_BYTES)
        change(one.key, { problem: asProblem(new Error(t("tooBig", { n: MOST_BYTES / 1024 / 1024 }))) });
      else send(one);
  };
  const adding = useRef(add);
  adding.current = add;
  useEffect(() => {
    const given = handoff.take();
    if (given) adding.current(given.kind, given.files);
  }, []);
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
          <Travelling
            key={one.key}
            one={one}
            onRetry={() => send(one)}
            onRemove={() => setSending((all) => all.filter((other) => other.key !== one.key))}
          />
        ))}
        {look === "phone" && (wanted.includes("photo") || needs.length === 0) && (
          <Slot
            icon={Camera}
            label={t("takePhoto")}
            accept={accepts.photo}
            capture="environment"
            onFiles={(files) => add("photo", files)}
          />
        )}
        <Slot
          icon={Image}
          label={look === "phone" ? t("album") : t("photo")}
          accept={accepts.photo}
          multiple
          onFiles={(files) => add("photo", files)}
        />
        {wanted.includes("recording") && (
          <Slot
            icon={Mic}
            label={t("record")}
            accept={accepts.recording}
            onFiles={(files) => add("recording", files)}
          />
        )}
        {(wanted.includes("document") || look !== "phone") && (
          <Slot
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

interface SlotProps {
  icon: typeof Camera;
  label: string;
  accept: string;
  capture?: "environment";
  multiple?: boolean;
  onFiles: (files: FileList | null) => void;
}

function Slot({ icon: Icon, label, accept, capture, multiple, onFiles }: SlotProps) {
  const id = useId();
  return (
    <label className={styles.slot} htmlFor={id}>
      <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
      {label}
      <input
        id={id}
        type="file"
        className="unseen"
        accept={accept}
        {...(capture ? { capture } : {})}
        multiple={multiple ?? false}
        onChange={(event) => {
          onFiles(event.target.files);
          event.target.value = "";
        }}
      />
    </label>
  );
}

function Piece({ item, onRemove }: { item: EvidenceItem; onRemove: () => void }) {
  const t = fieldTexts.use();
  const Icon = evidenceIcons[item.kind] ?? FileText;
  const [plain, setPlain] = useState(item.kind !== "photo" || item.thumbnail === false || !item.file);
  const name = item.name ?? item.url ?? t(item.kind);
  return (
    <div className={styles.piece}>
      <a href={item.file ? fileAddress(item.file) : item.url} target="_blank" rel="noreferrer noopener" title={name}>
        {plain || !item.file ? (
          <>
            <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
            <span className={styles.name}>{name}</span>
          </>
        ) : (
          <img src={thumbnailOf(item.file)} alt={name} onError={() => setPlain(true)} />
        )}
      </a>
      <Remove name={name} onRemove={onRemove} />
    </div>
  );
}

function Travelling({ one, onRetry, onRemove }: { one: Sending; onRetry: () => void; onRemove: () => void }) {
  const t = fieldTexts.use();
  const text = useProblemText();
  const Icon = evidenceIcons[one.kind];
  return (
    <div className={styles.piece} data-problem={one.problem !== undefined}>
      {one.preview ? (
        <img src={one.preview} alt={one.file.name} className={styles.pale} />
      ) : (
        <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
      )}
      {one.problem ? (
        <button type="button" className={styles.retry} title={one.problem.title || text(one.problem)} onClick={onRetry}>
          <RotateCw size={14} aria-hidden="true" />
          {t("retry")}
        </button>
      ) : (
        <span className={styles.progress} role="status">
          {t("uploading", { n: Math.round(one.share * 100) })}
        </span>
      )}
      <Remove name={one.file.name} onRemove={onRemove} />
      {one.problem && <span className={`${styles.why} t12`}>{one.problem.title || text(one.problem)}</span>}
    </div>
  );
}

function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const t = fieldTexts.use();
  return (
    <button type="button" className={styles.remove} aria-label={t("remove", { name })} onClick={onRemove}>
      <X size={14} aria-hidden="true" />
    </button>
  );
}

function LinkInput({ onAdd }: { onAdd: (url: string) => void }) {
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
