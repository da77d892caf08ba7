import { type Answer, type Band, call, type Level, type Question, Refusal } from "./api";
import { shape } from "./shapes";
import { style } from "./style";

const UNDO_SECONDS = 10;
const MOST_FILES = 3;

/** Text of the page's own making never becomes markup. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * The assessment box: `<huoji-box base ticket lang>`. The host calls `ask()`; the box dispatches `huoji:submitted`
 * {recordId} or `huoji:failed` {code}. Nothing that goes wrong inside reaches the host's page as an error.
 */
export class HuojiBox extends HTMLElement {
  #root = this.attachShadow({ mode: "open" });
  #before: Element | null = null;
  #question: Question | undefined;
  #busy = false;
  #files: string[] = [];
  #undo: ReturnType<typeof setInterval> | undefined;

  /** Opens the box and asks; resolves when the question stands there or could not be had. */
  async ask(): Promise<void> {
    await this.#safely(async () => {
      this.#before = document.activeElement;
      this.#files = [];
      this.#question = await this.#call<Question>("GET", "question");
      this.#draw(this.#question);
      this.setAttribute("open", "");
      const { state, answer } = this.#question;
      if (state === "answered" && answer) this.#answered(answer.level, false);
      this.#find<HTMLElement>(state === "answered" ? ".x" : ".levels button")?.focus();
    });
  }

  close(): void {
    clearInterval(this.#undo);
    if (!this.hasAttribute("open")) return;
    this.removeAttribute("open");
    if (this.#before instanceof HTMLElement) this.#before.focus();
  }

  disconnectedCallback(): void {
    clearInterval(this.#undo);
  }

  #call<T>(method: string, path: string, body?: object | FormData): Promise<T> {
    const base = (this.getAttribute("base") ?? "").replace(/\/+$/, "");
    const ticket = this.getAttribute("ticket") ?? "";
    return call<T>({ base, ticket, lang: this.#lang(), parent: this.dataset.parent }, method, path, body);
  }

  /** One thing at a time; a failure is shown, told to the host, and goes no further. */
  async #safely(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await work();
    } catch (fault) {
      const refusal = fault instanceof Refusal ? fault : new Refusal("internal", "");
      this.#foot(escaped(refusal.message || this.#text("failed") || this.#unreachable()));
      this.#tell("failed", { code: refusal.code });
    } finally {
      this.#busy = false;
    }
  }

  /** The only words of its own: for when the server that knows the words does not answer. */
  #unreachable(): string {
    return this.#lang().startsWith("en") ? "Huoji can't be reached" : "连不上活绩";
  }

  #lang(): string {
    return this.getAttribute("lang") ?? (document.documentElement.lang || "zh-CN");
  }

  #tell(what: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`huoji:${what}`, { detail, bubbles: true, composed: true }));
  }

  #text(key: string): string {
    return this.#question?.texts[key] ?? "";
  }

  #find<E extends Element>(selector: string): E | null {
    return this.#root.querySelector<E>(selector);
  }

  #draw(question: Question): void {
    const text = (key: string) => escaped(this.#text(key));
    const pick = (name: "photo" | "sound", accept: string) =>
      `<label>${shape(name, 16)}${text(name)}<input type="file" accept="${accept}" capture></label>`;
    this.#root.innerHTML = `<div role="dialog" aria-labelledby="q" aria-describedby="h">
<div class="body"><div class="row">${shape("mark", 18)}<span class="small grow">${escaped(question.node.name)}</span>
<button class="x" aria-label="${text("close")}">${shape("close", 14)}</button></div>
<h2 id="q">${text("question")}</h2><p class="small" id="h">${escaped(question.hint)}</p>
<div class="levels" role="group" aria-labelledby="q">${question.levels.map((level) => this.#level(level)).join("")}</div>
<div class="more" hidden><input type="text" maxlength="500" aria-label="${text("note")}" placeholder="${text("note")}"${question.takesNote ? "" : " hidden"}>
<div class="row">${question.takesFiles ? pick("photo", "image/*") + pick("sound", "audio/*") : ""}<span class="grow"></span><span class="small">${text("optional")}</span></div></div></div>
<div class="foot" role="status" hidden></div></div>`;
    this.#dress();
    this.#listen();
  }

  #level({ key, label, band }: Level): string {
    const known: Band[] = ["MET", "IMPROVE", "SUPPORT"];
    const safe = known.includes(band) ? band : "MET";
    return `<button class="${safe}" data-level="${escaped(key)}" aria-pressed="false">${shape(safe, 20)}${escaped(label)}</button>`;
  }

  /** A constructed sheet passes where the host's policy forbids inline style. */
  #dress(): void {
    if ("adoptedStyleSheets" in this.#root && "replaceSync" in CSSStyleSheet.prototype) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      this.#root.adoptedStyleSheets = [sheet];
    } else {
      this.#root.prepend(Object.assign(document.createElement("style"), { textContent: style }));
    }
  }

  #listen(): void {
    this.#find<HTMLElement>(".x")?.addEventListener("click", () => this.close());
    this.#find("[role=dialog]")?.addEventListener("keydown", (event) => {
      if ((event as KeyboardEvent).key === "Escape") {
        event.stopPropagation();
        this.close();
      }
    });
    for (const button of this.#buttons())
      button.addEventListener("click", () => this.#submit(button.dataset.level ?? ""));
    const note = this.#find<HTMLInputElement>("input[type=text]");
    note?.addEventListener("change", () => this.#safely(() => this.#add({ note: note.value })));
    for (const input of this.#root.querySelectorAll<HTMLInputElement>("input[type=file]"))
      input.addEventListener("change", () => this.#safely(() => this.#attach(input)));
  }

  #buttons(): NodeListOf<HTMLButtonElement> {
    return this.#root.querySelectorAll<HTMLButtonElement>(".levels button");
  }

  #submit(level: string): Promise<void> {
    return this.#safely(async () => {
      const answer = await this.#call<Answer>("POST", "submissions", { level });
      this.#answered(answer.level, true);
      this.#tell("submitted", { recordId: answer.recordId });
    });
  }

  #answered(level: string, fresh: boolean): void {
    for (const button of this.#buttons()) {
      button.disabled = true;
      button.setAttribute("aria-pressed", String(button.dataset.level === level));
    }
    this.#find(".more")?.toggleAttribute("hidden", !(this.#question?.takesNote || this.#question?.takesFiles));
    if (fresh) this.#countDown();
    else this.#foot(shape("check", 16) + escaped(this.#text("answered")));
  }

  #countDown(): void {
    let left = UNDO_SECONDS;
    this.#foot(
      `${shape("check", 16)}<span class="grow">${escaped(this.#text("submitted"))}</span><button>${escaped(this.#text("undo"))}</button><span class="small" aria-hidden="true"></span>`,
    );
    this.#find(".foot button")?.addEventListener("click", () => this.#takeBack());
    const show = () => {
      const seconds = this.#find(".foot .small");
      if (seconds) seconds.textContent = this.#text("left").replace("{n}", String(left));
      if (left-- > 0) return;
      clearInterval(this.#undo);
      this.#foot(shape("check", 16) + escaped(this.#text("submitted")));
    };
    clearInterval(this.#undo);
    this.#undo = setInterval(show, 1000);
    show();
  }

  #takeBack(): Promise<void> {
    return this.#safely(async () => {
      await this.#call("DELETE", "submissions");
      clearInterval(this.#undo);
      this.#files = [];
      for (const button of this.#buttons()) {
        button.disabled = false;
        button.setAttribute("aria-pressed", "false");
      }
      this.#find(".more")?.toggleAttribute("hidden", true);
      this.#foot(escaped(this.#text("undone")));
      this.#buttons()[0]?.focus();
    });
  }

  async #attach(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file || this.#files.length >= MOST_FILES) return;
    const form = new FormData();
    form.append("file", file);
    const { id } = await this.#call<{ id: string }>("POST", "files", form);
    this.#files.push(id);
    await this.#add({ files: this.#files });
    input.value = "";
  }

  async #add(more: { note?: string; files?: string[] }): Promise<void> {
    await this.#call("PATCH", "submissions", more);
    clearInterval(this.#undo);
    this.#foot(shape("check", 16) + escaped(this.#text("added")));
  }

  /** Opens the box when something went wrong before there was a question: the person shall see why. */
  #foot(markup: string): void {
    if (!this.#find(".foot") && markup) {
      this.#root.innerHTML = `<div role="dialog"><div class="foot" role="alert"></div></div>`;
      this.#dress();
      this.setAttribute("open", "");
    }
    const foot = this.#find<HTMLElement>(".foot");
    if (!foot) return;
    foot.innerHTML = markup;
    foot.hidden = false;
  }
}

if (!customElements.get("huoji-box")) customElements.define("huoji-box", HuojiBox);
