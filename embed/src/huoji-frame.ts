/**
 * The page inside a frame. Its parent says `{type: "huoji:ask", ticket, lang?}`; it answers `huoji:ready`, `huoji:submitted`,
 * `huoji:failed` and `huoji:height` to exactly the origin that asked.
 */
interface Ask {
  type: "huoji:ask";
  ticket: string;
  lang?: string;
}

interface Box extends HTMLElement {
  ask(): Promise<void>;
}

function isAsk(data: unknown): data is Ask {
  return typeof data === "object" && data !== null && (data as Ask).type === "huoji:ask" && "ticket" in data;
}

function listen(box: Box): void {
  let origin = "";
  const say = (type: string, detail: object) => {
    if (origin) window.parent.postMessage({ type, ...detail }, origin);
  };
  for (const type of ["huoji:submitted", "huoji:failed"])
    box.addEventListener(type, (event) => say(type, (event as CustomEvent).detail));
  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || !isAsk(event.data) || !/^https?:/.test(event.origin)) return;
    origin = event.origin;
    box.setAttribute("base", location.origin);
    box.setAttribute("ticket", String(event.data.ticket));
    box.setAttribute("lang", String(event.data.lang ?? "zh-CN"));
    box.dataset.parent = origin;
    box.ask().then(() => say("huoji:height", { height: document.documentElement.scrollHeight }));
  });
}

const box = document.querySelector<Box>("huoji-box");
if (box) {
  listen(box);
  const parent = document.referrer && new URL(document.referrer).origin;
  if (parent && window.parent !== window) window.parent.postMessage({ type: "huoji:ready" }, parent);
}
