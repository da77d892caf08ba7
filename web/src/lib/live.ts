import { useEffect, useRef, useState } from "react";

/** How the page hears of changes: by the open stream, or not just now. */
export type Liveness = "live" | "reconnecting";

/** Hears `GET /live` and calls `onMoved` for each message about this board; opens the stream again when it breaks. */
export function useLive(board: string, onMoved: () => void): Liveness {
  const [state, setState] = useState<Liveness>("live");
  const moved = useRef(onMoved);
  moved.current = onMoved;
  useEffect(() => {
    if (typeof EventSource === "undefined") return;
    let source: EventSource;
    let again: ReturnType<typeof setTimeout>;
    let pause = 1000;
    let broken = false;
    const open = () => {
      source = new EventSource("/api/v1/live");
      source.onopen = () => {
        pause = 1000;
        setState("live");
        // What happened meanwhile was not heard.
        if (broken) moved.current();
        broken = false;
      };
      source.addEventListener("board", (event) => {
        if (about(event.data) === board) moved.current();
      });
      source.onerror = () => {
        broken = true;
        setState("reconnecting");
        if (source.readyState !== EventSource.CLOSED) return;
        again = setTimeout(open, pause);
        pause = Math.min(pause * 2, 30_000);
      };
    };
    open();
    return () => {
      clearTimeout(again);
      source.close();
    };
  }, [board]);
  return state;
}

function about(data: string): string | undefined {
  try {
    return (JSON.parse(data) as { board?: string }).board;
  } catch {
    return undefined;
  }
}
