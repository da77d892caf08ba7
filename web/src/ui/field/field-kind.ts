import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { EvidenceNeed } from "@/lib/expectations";
import type { Field, FieldConfig } from "@/lib/tables";
import type { fieldTexts } from "@/ui/field/field-texts";

export type FieldText = Parameters<typeof fieldTexts.now>[0];

export interface EditorProps {
  field: Field;
  value: unknown;
  onChange: (value: unknown) => void;
  id?: string;
  /** For screen readers where no label stands beside it (grid cells). */
  label?: string;
  invalid?: boolean;
  describedBy?: string | undefined;
  autoFocus?: boolean;
  /** phone: large targets; cell: inside a grid cell, without a border. */
  look?: "form" | "phone" | "cell";
  /** The table that the record belongs to, for its nodes. */
  table?: string;
  /** What the node asks for, for evidence. */
  needs?: EvidenceNeed[] | undefined;
  /** Tells that something is still on its way (an upload). */
  onBusy?: (busy: boolean) => void;
}

export interface CellProps {
  field: Field;
  value: unknown;
}

export interface ConfigProps {
  config: FieldConfig;
  onChange: (config: FieldConfig) => void;
}

/** Everything the web knows of one field type. One file each in ./kinds; adding a type touches one file. */
export interface FieldKind {
  /** The type as the API names it. */
  key: string;
  group: "evidence" | "choice" | "text" | "link";
  /** Place within its group. */
  order: number;
  icon: LucideIcon;
  label: FieldText;
  hint: FieldText;
  /** Pinyin and English, for the search in the picker. */
  search: string;
  /** 110 × 44: what it looks like in use. */
  Picture: ComponentType;
  Editor: ComponentType<EditorProps>;
  Cell: ComponentType<CellProps>;
  /** Limits and the like in the designer. */
  Config?: ComponentType<ConfigProps>;
  /** What is set when it is made. */
  defaults?: (t: (key: FieldText) => string) => FieldConfig;
  /** The roles that it may take. */
  roles?: string[];
  /** Comparisons of the filter, the usual one first. */
  operators: string[];
  /** The type whose editor writes what a filter compares with, where it is not a whole value. */
  operandType?: string;
  sortable?: boolean;
  align?: "right";
  width: number;
  /** As text, for the clipboard. */
  write: (value: unknown, field: Field) => string;
  /** From the clipboard; undefined = not understood. null = emptied. */
  read?: (text: string, field: Field) => unknown;
  /** As the API takes it, where that differs from how it answers it. */
  send?: (value: unknown) => unknown;
  /** Opens by typing into the cell, as in a spreadsheet. */
  types?: boolean;
  /** May be unique. */
  unique?: boolean;
  /** Needs the whole width of a form. */
  wide?: boolean;
}

/** What one kind's file exports. */
export interface KindModule {
  kind: FieldKind;
}
