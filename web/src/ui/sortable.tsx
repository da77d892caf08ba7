import { GripVertical } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import styles from "@/ui/sortable.module.css";
import { uiTexts } from "@/ui/ui-texts";

interface SortableProps<T> {
  items: T[];
  idOf: (item: T) => string;
  nameOf: (item: T) => string;
  /** The whole list in its new order. */
  onOrder: (items: T[]) => void;
  children: (item: T, index: number) => ReactNode;
  disabled?: boolean;
  className?: string | undefined;
  rowClassName?: string | undefined;
}

export function moved<T>(items: T[], from: number, to: number): T[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item === undefined) return items;
  next.splice(Math.max(0, Math.min(to, next.length)), 0, item);
  return next;
}

/** A list that is put in order by dragging the grip, or with the arrow keys while the grip has the focus. */
export function Sortable<T>({
  items,
  idOf,
  nameOf,
  onOrder,
  children,
  disabled,
  className,
  rowClassName,
}: SortableProps<T>) {
  const t = uiTexts.use();
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState("");
  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length || from === to) return;
    onOrder(moved(items, from, to));
    setSaid(t("movedTo", { name: nameOf(item), n: to + 1, all: items.length }));
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>("[data-grip]")[to]?.focus());
  };
  return (
    <>
      <ul ref={list} className={className}>
        {items.map((item, index) => {
          const id = idOf(item);
          return (
            <li
              key={id}
              className={`${styles.row} ${rowClassName ?? ""}`}
              data-dragged={dragged === id}
              data-over={over === id && dragged !== id}
              onDragOver={(event) => {
                if (dragged === undefined) return;
                event.preventDefault();
                setOver(id);
              }}
              onDrop={(event) => {
                event.preventDefault();
                const from = items.findIndex((one) => idOf(one) === dragged);
                setDragged(undefined);
                setOver(undefined);
                move(from, index);
              }}
            >
              {!disabled && (
                <button
                  type="button"
                  data-grip
                  className={styles.grip}
                  draggable
                  aria-label={t("moveItem", { name: nameOf(item) })}
                  onDragStart={(event) => {
                    event.dataTransfer.effectAllowed = "move";
                    event.dataTransfer.setData("text/plain", id);
                    setDragged(id);
                  }}
                  onDragEnd={() => {
                    setDragged(undefined);
                    setOver(undefined);
                  }}
                  onKeyDown={(event) => {
                    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
                    if (by === 0) return;
                    event.preventDefault();
                    move(index, index + by);
                  }}
                >
                  <GripVertical size={14} aria-hidden="true" />
                </button>
              )}
              {children(item, index)}
            </li>
          );
        })}
      </ul>
      <span className="unseen" role="status">
        {said}
      </span>
    </>
  );
}
