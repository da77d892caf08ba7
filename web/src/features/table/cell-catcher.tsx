import { useRef, useState } from "react";
import type { Field } from "@/lib/tables";
import { kindOf } from "@/ui/field/kinds";
import styles from "./grid.module.css";

interface Props {
  field: Field;
  label: string;
  tabIndex: number;
  onCommit: (text: string, then: "down" | "right" | "stay") => void;
}

/**
 * An unseen input that holds the focus while its cell is the active one. An input method composes in whatever has the focus
 * when the first key goes down: without this the first letter of every Chinese word would be lost. With its first sign it
 * becomes the cell's editor.
 */
export function CellCatcher({ field, label, tabIndex, onCommit }: Props) {
  const [text, setText] = useState("");
  const [typing, setTyping] = useState(false);
  const composing = useRef(false);
  const end = (then?: "down" | "right" | "stay") => {
    if (then) onCommit(text, then);
    setText("");
    setTyping(false);
  };
  return (
    <input
      tabIndex={tabIndex}
      className={`${styles.catcher} ${typing ? styles.typing : ""}`}
      aria-label={label}
      data-typing={typing}
      value={text}
      inputMode={kindOf(field.type).align === "right" ? "decimal" : "text"}
      autoComplete="off"
      onChange={(event) => {
        setText(event.target.value);
        setTyping(true);
      }}
      onCompositionStart={() => {
        composing.current = true;
        setTyping(true);
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        if (event.currentTarget.value === "") setTyping(false);
      }}
      onBlur={() => typing && end("stay")}
      onKeyDown={(event) => {
        if (!typing) return;
        // While typing the keys belong to the text, not to the grid.
        event.stopPropagation();
        if (composing.current || event.nativeEvent.isComposing) return;
        if (event.key === "Escape") end();
        else if (event.key === "Enter") end("down");
        else if (event.key === "Tab") {
          event.preventDefault();
          end("right");
        }
      }}
    />
  );
}
