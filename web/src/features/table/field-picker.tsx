import { Button, Input } from "antd";
import { Search } from "lucide-react";
import { useState } from "react";
import type { DataTable } from "@/lib/tables";
import type { FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { fieldKinds } from "@/ui/field/kinds";
import { SidePanel } from "@/ui/page";
import styles from "./table.module.css";
import { tableTexts } from "./table-texts";

const groups = [
  { key: "evidence", label: "groupEvidence" },
  { key: "choice", label: "groupChoice" },
  { key: "text", label: "groupText" },
  { key: "link", label: "groupLink" },
] as const;

interface Props {
  table: DataTable;
  onPick: (type: string) => void;
  onClose: () => void;
}

/** Types as pictures, grouped by use, found by name or pinyin. */
export function FieldPicker({ table, onPick, onClose }: Props) {
  const t = tableTexts.use();
  const f = fieldTexts.use();
  const [typed, setTyped] = useState("");
  const [picked, setPicked] = useState<FieldKind>();
  const word = typed.trim().toLowerCase();
  const found = fieldKinds
    .filter((kind) => kind.key !== "node" || !table.fields.some((field) => field.type === "node"))
    .filter((kind) => `${f(kind.label)} ${f(kind.hint)} ${kind.search}`.toLowerCase().includes(word));
  return (
    <SidePanel
      title={t("pickField")}
      note={table.name}
      width={480}
      onClose={onClose}
      footer={
        <>
          <span className="c2">{picked ? t("picked", { type: f(picked.label) }) : ""}</span>
          <span className="sp" />
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="primary" disabled={!picked} onClick={() => picked && onPick(picked.key)}>
            {t("next")}
          </Button>
        </>
      }
    >
      <div className={styles.picker}>
        <Input
          autoFocus
          aria-label={t("searchType")}
          placeholder={t("searchType")}
          prefix={<Search size={14} />}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={() => found[0] && word && onPick(found[0].key)}
          allowClear
        />
        {found.length === 0 && <p className="c2">{t("noType")}</p>}
        {groups.map((group) => {
          const kinds = found.filter((kind) => kind.group === group.key);
          if (kinds.length === 0) return null;
          return (
            <section key={group.key} aria-label={f(group.label)}>
              <h3 className="t12 c2">{f(group.label)}</h3>
              <div className={styles.kinds} role="radiogroup" aria-label={f(group.label)}>
                {kinds.map((kind) => (
                  // biome-ignore lint/a11y/useSemanticElements: a card is a button that acts as a radio
                  <button
                    key={kind.key}
                    type="button"
                    role="radio"
                    aria-checked={picked === kind}
                    className={styles.kind}
                    onClick={() => setPicked(kind)}
                    onDoubleClick={() => onPick(kind.key)}
                  >
                    <span className={styles.picture}>
                      <kind.Picture />
                    </span>
                    <span className={styles.kindName}>
                      {f(kind.label)}
                      <span className="t12 c2">{f(kind.hint)}</span>
                    </span>
                  </button>
                ))}
              </div>
            </section>
          );
        })}
      </div>
    </SidePanel>
  );
}
