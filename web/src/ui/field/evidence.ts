import { FileText, Image, Link2, Mic } from "lucide-react";
import type { EvidenceNeed } from "@/lib/expectations";

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
