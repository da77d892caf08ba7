import { useRef, useState } from "react";
import { asProblem, type Problem } from "@/lib/problem";
import { downscaled, upload } from "@/lib/upload";
import type { EvidenceItem, EvidenceSort } from "./evidence";
import { fieldTexts } from "./field-texts";

const MOST_BYTES = 50 * 1024 * 1024;

/** A file on its way to the server, or one that did not get there. */
export interface Sending {
  key: string;
  /** What it has to be; any: whatever it is. */
  kind: Exclude<EvidenceSort, "link"> | "any";
  file: File;
  share: number;
  problem?: Problem | undefined;
  preview?: string | undefined;
}

/** Sends files as soon as they are chosen and puts each among the items when it has arrived. */
export function useSending(items: EvidenceItem[], onChange: (items: EvidenceItem[]) => void) {
  const t = fieldTexts.use();
  const latest = useRef(items);
  latest.current = items;
  const [sending, setSending] = useState<Sending[]>([]);
  const change = (key: string, part: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const remove = (one: Sending) => {
    if (one.preview) URL.revokeObjectURL(one.preview);
    setSending((all) => all.filter((other) => other.key !== one.key));
  };

  const send = async (one: Sending) => {
    change(one.key, { problem: undefined, share: 0 });
    try {
      const file = one.kind === "photo" ? await downscaled(one.file) : one.file;
      const stored = await upload(file, one.kind === "any" ? undefined : one.kind, (share) =>
        change(one.key, { share }),
      );
      remove(one);
      latest.current = [
        ...latest.current,
        {
          kind: one.kind === "any" ? (stored.kind as EvidenceSort) : one.kind,
          file: stored.id,
          name: stored.name,
          thumbnail: stored.thumbnail,
        },
      ];
      onChange(latest.current);
    } catch (thrown) {
      change(one.key, { problem: asProblem(thrown) });
    }
  };
  const add = (kind: Sending["kind"], files: Iterable<File> | ArrayLike<File> | null) => {
    const made = Array.from(files ?? []).map((file, index) => ({
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
  return { sending, add, send, remove, busy: sending.some((one) => !one.problem) };
}
