import { useCallback, useMemo, useRef, useState } from "react";
import {
  type CellKeyboardEvent,
  type CellKeyDownArgs,
  DataGrid,
  type DataGridHandle,
  type SortColumn,
} from "react-data-grid";
import "react-data-grid/lib/styles.css";
import { App } from "antd";
import type { TableRecord } from "@/lib/records";
import type { Field } from "@/lib/tables";
import { kindOf } from "@/ui/field/kinds";
import styles from "./grid.module.css";
import { FIRST, gridColumns } from "./grid-columns";
import { parseCells, planPaste, writeCells } from "./paste";
import { tableTexts } from "./table-texts";
import type { Edits } from "./use-edits";
import type { Look } from "./view-state";

interface Props {
  table: string;
  fields: Field[];
  rows: TableRecord[];
  look: Look;
  onLook: (part: Partial<Look>) => void;
  sort: SortColumn[];
  onSort: (sort: SortColumn[]) => void;
  selected: ReadonlySet<string>;
  onSelected: (ids: Set<string>) => void;
  edits: Edits;
  writable: boolean;
  onNeedMore: () => void;
  onOpen: (record: TableRecord) => void;
}

interface Spot {
  row: number;
  column: number;
}

const bounds = (a: Spot, b: Spot) => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
});

/** Rows of a table as a spreadsheet: arrow keys, typing, ranges, copy and paste. */
export function RecordGrid(props: Props) {
  const { table, fields, rows, look, onLook, edits, writable, onOpen } = props;
  const t = tableTexts.use();
  const { message } = App.useApp();
  const grid = useRef<DataGridHandle>(null);
  const active = useRef<Spot>({ row: 0, column: FIRST });
  const [range, setRange] = useState<{ from: Spot; to: Spot }>();
  const places = useMemo(() => new Map(rows.map((row, index) => [row.id, index])), [rows]);
  const box = range && bounds(range.from, range.to);

  const typed = useCallback(
    (record: TableRecord, field: Field, text: string, then: "down" | "right" | "stay") => {
      const value = kindOf(field.type).read?.(text, field);
      if (value === undefined) message.error(t("odd", { text, field: field.name }));
      else edits.change([{ record, fields: { [field.key]: value } }]);
      const { row, column } = active.current;
      if (then === "stay") return;
      const next =
        then === "down"
          ? { rowIdx: Math.min(row + 1, rows.length - 1), idx: column }
          : { rowIdx: row, idx: column + 1 };
      grid.current?.setActivePosition(next, { shouldFocus: true });
    },
    [edits, message, rows.length, t],
  );
  const columns = useMemo(
    () =>
      gridColumns({
        fields,
        look,
        table,
        writable,
        openLabel: t("openRow"),
        rowLabel: t("rowNumber"),
        inRange: (row, column) => {
          const at = places.get(row.id);
          return (
            box !== undefined &&
            at !== undefined &&
            at >= box.top &&
            at <= box.bottom &&
            column >= box.left &&
            column <= box.right
          );
        },
        onOpen,
        onTyped: typed,
      }),
    [fields, look, table, writable, t, places, box, onOpen, typed],
  );

  const onKey = (args: CellKeyDownArgs<TableRecord>, event: CellKeyboardEvent) => {
    const composing = event.nativeEvent.isComposing || event.key === "Process" || event.keyCode === 229;
    if (args.mode === "EDIT") {
      const field = fields.find((one) => one.key === args.column.key);
      // Enter belongs to the list of an open picker, and to the input method while it composes.
      if (composing || (event.key === "Enter" && field && !kindOf(field.type).types)) event.preventGridDefault();
      return;
    }
    const field = args.column && fields[args.column.idx - FIRST];
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (composing) return event.preventGridDefault();
    if (event.key === "Enter" && event.shiftKey) {
      event.preventGridDefault();
      if (args.row) onOpen(args.row);
    } else if (event.shiftKey && event.key.startsWith("Arrow")) {
      event.preventGridDefault();
      event.preventDefault();
      extend(event.key);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      event.preventGridDefault();
      edits.undo();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventGridDefault();
      if (writable) clear();
    } else if (plain && event.key.length === 1 && field && kindOf(field.type).types) {
      // The catcher takes it.
      event.preventGridDefault();
    } else if (event.key === "Escape") setRange(undefined);
    else if (event.key.startsWith("Arrow") || event.key === "Tab") setRange(undefined);
  };
  const extend = (key: string) => {
    const from = range?.from ?? active.current;
    const to = range?.to ?? active.current;
    const row = to.row + (key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0);
    const column = to.column + (key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0);
    setRange({
      from,
      to: {
        row: Math.max(0, Math.min(rows.length - 1, row)),
        column: Math.max(FIRST, Math.min(FIRST + fields.length - 1, column)),
      },
    });
    grid.current?.scrollToCell({ rowIdx: Math.max(0, Math.min(rows.length - 1, row)) });
  };
  const chosen = () => box ?? bounds(active.current, active.current);
  const clear = () => {
    const { top, bottom, left, right } = chosen();
    const cleared = fields
      .slice(left - FIRST, right - FIRST + 1)
      .filter((field) => kindOf(field.type).key !== "evidence");
    edits.change(
      rows
        .slice(top, bottom + 1)
        .map((record) => ({ record, fields: Object.fromEntries(cleared.map((field) => [field.key, null])) })),
    );
  };
  const copy = (data: DataTransfer) => {
    const { top, bottom, left, right } = chosen();
    const cells = rows
      .slice(top, bottom + 1)
      .map((row) =>
        fields
          .slice(Math.max(0, left - FIRST), right - FIRST + 1)
          .map((field) => kindOf(field.type).write(row.fields[field.key], field)),
      );
    data.setData("text/plain", writeCells(cells));
  };
  const paste = async (text: string) => {
    const { top, bottom, left, right } = chosen();
    const plan = planPaste(parseCells(text), { row: top, column: left - FIRST }, rows, fields, {
      rows: bottom - top + 1,
      columns: right - left + 1,
    });
    const odd = plan.odd[0];
    if (odd) message.warning(t("pasteOdd", { n: plan.odd.length, text: odd.text, field: odd.field.name }));
    await edits.change(plan.changes);
    if (plan.created.length > 0) await edits.create(plan.created);
  };

  return (
    <div
      className={styles.wrap}
      onPasteCapture={(event) => {
        const target = event.target as HTMLElement;
        if (!writable || target.closest(".rdg-editor-container") || target.dataset.typing === "true") return;
        event.preventDefault();
        event.stopPropagation();
        paste(event.clipboardData.getData("text/plain"));
      }}
    >
      <DataGrid<TableRecord, unknown, string>
        ref={grid}
        className={styles.grid ?? ""}
        aria-label={t("rows")}
        columns={columns}
        rows={rows}
        rowKeyGetter={(row) => row.id}
        rowHeight={look.density}
        headerRowHeight={36}
        selectedRows={props.selected}
        onSelectedRowsChange={props.onSelected}
        sortColumns={props.sort}
        onSortColumnsChange={props.onSort}
        onRowsChange={(next, { indexes, column }) => {
          const index = indexes[0] ?? 0;
          const record = rows[index];
          const value = next[index]?.fields[column.key] ?? null;
          if (record) edits.change([{ record, fields: { [column.key]: value } }]);
        }}
        onActivePositionChange={({ rowIdx, column }) => {
          active.current = { row: Math.max(0, rowIdx), column: column?.idx ?? FIRST };
        }}
        onCellMouseDown={({ rowIdx, column }, event) => {
          if (!event.shiftKey) return setRange(undefined);
          event.preventGridDefault();
          setRange({ from: active.current, to: { row: rowIdx, column: Math.max(FIRST, column.idx) } });
        }}
        onCellKeyDown={onKey}
        onCellCopy={(_, event) => {
          if ((event.target as HTMLElement).dataset.typing === "true") return;
          event.preventDefault();
          copy(event.clipboardData);
        }}
        onColumnResize={(column, width) => onLook({ widths: { ...look.widths, [column.key]: Math.round(width) } })}
        onColumnsReorder={(source, target) => {
          const keys = fields.map((field) => field.key).filter((key) => key !== source);
          keys.splice(
            Math.max(
              0,
              fields.findIndex((field) => field.key === target),
            ),
            0,
            source,
          );
          onLook({ order: keys });
        }}
        onScroll={(event) => {
          const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
          if (scrollHeight - scrollTop - clientHeight < 1200) props.onNeedMore();
        }}
      />
    </div>
  );
}
