import { Maximize2 } from "lucide-react";
import { type Column, SelectColumn } from "react-data-grid";
import type { TableRecord } from "@/lib/records";
import type { Field } from "@/lib/tables";
import { kindOf } from "@/ui/field/kinds";
import { CellCatcher } from "./cell-catcher";
import styles from "./grid.module.css";
import type { Look } from "./view-state";

interface Options {
  fields: Field[];
  look: Look;
  table: string;
  writable: boolean;
  openLabel: string;
  rowLabel: string;
  /** Is this cell inside the chosen range? */
  inRange: (row: TableRecord, column: number) => boolean;
  onOpen: (record: TableRecord) => void;
  onTyped: (record: TableRecord, field: Field, text: string, then: "down" | "right" | "stay") => void;
}

export const FIRST = 2;

/** 选择, 序号, then one column for each field. */
export function gridColumns(options: Options): Column<TableRecord>[] {
  const { fields, look, openLabel, rowLabel, onOpen } = options;
  return [
    { ...SelectColumn, frozen: true, cellClass: styles.select, headerCellClass: styles.select } as Column<TableRecord>,
    {
      key: "#",
      name: rowLabel,
      width: 52,
      frozen: true,
      renderHeaderCell: () => <span className="unseen">{rowLabel}</span>,
      renderCell: ({ row, rowIdx, tabIndex }) => (
        <button
          type="button"
          tabIndex={tabIndex}
          className={styles.number}
          aria-label={`${openLabel} ${rowIdx + 1}`}
          onClick={() => onOpen(row)}
        >
          <span>{rowIdx + 1}</span>
          <Maximize2 size={14} aria-hidden="true" />
        </button>
      ),
    },
    ...fields.map((field, index) => fieldColumn(field, index, look, options)),
  ];
}

function fieldColumn(field: Field, index: number, look: Look, options: Options): Column<TableRecord> {
  const { table, writable, inRange, onTyped } = options;
  const kind = kindOf(field.type);
  const popup = !kind.types && kind.key !== "boolean";
  return {
    key: field.key,
    name: field.name,
    width: look.widths[field.key] ?? kind.width,
    minWidth: 64,
    resizable: true,
    draggable: true,
    sortable: kind.sortable ?? false,
    frozen: index < look.frozen,
    editable: writable && kind.key !== "evidence",
    cellClass: (row) =>
      [kind.align === "right" ? styles.right : "", inRange(row, index + FIRST) ? styles.ranged : ""]
        .filter(Boolean)
        .join(" "),
    ...(kind.align === "right" ? { headerCellClass: styles.right } : {}),
    // A click in a popup of the editor is outside of the cell.
    editorOptions: { commitOnOutsideClick: !popup },
    renderHeaderCell: ({ sortDirection }) => (
      <span className={styles.head} title={field.name}>
        <kind.icon size={14} strokeWidth={1.75} aria-hidden="true" />
        <span className="ell">{field.name}</span>
        {sortDirection && <span aria-hidden="true">{sortDirection === "ASC" ? "↑" : "↓"}</span>}
      </span>
    ),
    renderCell: ({ row, tabIndex }) => (
      <>
        <kind.Cell field={field} value={row.fields[field.key]} />
        {writable && kind.types && tabIndex === 0 && (
          <CellCatcher
            field={field}
            label={`${field.name} ${kind.write(row.fields[field.key], field)}`}
            tabIndex={tabIndex}
            onCommit={(text, then) => onTyped(row, field, text, then)}
          />
        )}
      </>
    ),
    ...(writable
      ? {
          renderEditCell: ({ row, onRowChange }) => (
            <div className={styles.editing}>
              <kind.Editor
                field={field}
                label={field.name}
                table={table}
                look="cell"
                autoFocus
                value={row.fields[field.key]}
                onChange={(value) =>
                  onRowChange(
                    { ...row, fields: { ...row.fields, [field.key]: value } },
                    popup && kind.key !== "multiSelect",
                  )
                }
              />
            </div>
          ),
        }
      : {}),
  };
}
