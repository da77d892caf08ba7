import { Button } from "antd";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { itemsOf } from "./evidence";
import styles from "./evidence-editor.module.css";
import { Piece, Travelling } from "./evidence-pieces";
import type { EditorProps } from "./field-kind";
import { fieldTexts } from "./field-texts";
import { useSending } from "./use-sending";

const WIDTH = 480;
const HEIGHT = 160;
const INK = "#1a2126"; // on white paper, whatever the theme

/** Draws a signature by finger, pen or mouse; taking it over sends it as a picture. */
export function SignaturePad({ value, onChange, id, label, field, look, describedBy, onBusy }: EditorProps) {
  const t = fieldTexts.use();
  const items = itemsOf(value);
  const { sending, add, send, remove, busy } = useSending(items, onChange);
  useEffect(() => onBusy?.(busy), [busy, onBusy]);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const clear = () => {
    const pen = canvas.current?.getContext("2d");
    pen?.clearRect(0, 0, WIDTH, HEIGHT);
    setDrawn(false);
  };
  const take = () =>
    canvas.current &&
    onWhite(canvas.current).toBlob((picture) => {
      if (picture) add("photo", [new File([picture], `${t("signature")}.png`, { type: "image/png" })]);
      clear();
    }, "image/png");
  const [only] = items;
  const [travelling] = sending;
  return (
    <fieldset className={styles.editor} id={id} aria-label={label ?? field.name} aria-describedby={describedBy}>
      {only || travelling ? (
        <div className={styles.items} data-look={look}>
          {only && <Piece item={only} onRemove={() => onChange(null)} />}
          {travelling && (
            <Travelling one={travelling} onRetry={() => send(travelling)} onRemove={() => remove(travelling)} />
          )}
        </div>
      ) : (
        <>
          <canvas
            ref={canvas}
            width={WIDTH}
            height={HEIGHT}
            role="img"
            aria-label={t("signHere")}
            className={styles.paper}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              draw(event, true);
            }}
            onPointerMove={(event) => {
              if (event.buttons === 0) return;
              draw(event, false);
              setDrawn(true);
            }}
          />
          <div className="row">
            <Button size={look === "phone" ? "large" : "middle"} disabled={!drawn} onClick={take}>
              {t("takeSignature")}
            </Button>
            <Button type="text" size={look === "phone" ? "large" : "middle"} disabled={!drawn} onClick={clear}>
              {t("signAgain")}
            </Button>
          </div>
        </>
      )}
    </fieldset>
  );
}

function draw(event: PointerEvent<HTMLCanvasElement>, begins: boolean) {
  const paper = event.currentTarget;
  const pen = paper.getContext("2d");
  if (!pen) return;
  const frame = paper.getBoundingClientRect();
  const x = ((event.clientX - frame.left) / frame.width) * WIDTH;
  const y = ((event.clientY - frame.top) / frame.height) * HEIGHT;
  if (begins) {
    pen.strokeStyle = INK;
    pen.lineWidth = 3;
    pen.lineCap = "round";
    pen.lineJoin = "round";
    pen.beginPath();
    pen.moveTo(x, y);
  } else {
    pen.lineTo(x, y);
    pen.stroke();
  }
}

/** Thumbnails and prints have no transparency. */
function onWhite(drawing: HTMLCanvasElement) {
  const paper = document.createElement("canvas");
  paper.width = WIDTH;
  paper.height = HEIGHT;
  const pen = paper.getContext("2d");
  if (pen) {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.drawImage(drawing, 0, 0);
  }
  return paper;
}
