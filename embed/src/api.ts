export type Band = "MET" | "IMPROVE" | "SUPPORT";

export interface Level {
  key: string;
  label: string;
  band: Band;
}

/** What the box asks, in the words of the page's language. */
export interface Question {
  node: { key: string; name: string };
  hint: string;
  levels: Level[];
  takesNote: boolean;
  takesFiles: boolean;
  state: "open" | "answered";
  answer?: Answer;
  texts: Record<string, string>;
}

export interface Answer {
  recordId: string;
  level: string;
}

/** Why something was not done: a code for the host, a sentence for the person. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface Caller {
  base: string;
  ticket: string;
  lang: string;
  /** The page around the frame; the server holds it against the ticket. */
  parent?: string;
}

async function refusal(answer: Response): Promise<Refusal> {
  try {
    const problem = await answer.json();
    return new Refusal(problem.errors?.[0]?.code ?? "refused", problem.detail ?? problem.title ?? "");
  } catch {
    return new Refusal(`http-${answer.status}`, "");
  }
}

/** One call with the ticket; no cookies go along. */
export async function call<T>(caller: Caller, method: string, path: string, body?: object | FormData): Promise<T> {
  const headers: Record<string, string> = {
    Authorization: `Ticket ${caller.ticket}`,
    "Accept-Language": caller.lang,
  };
  if (caller.parent) headers["X-Embed-Origin"] = caller.parent;
  const isForm = body instanceof FormData;
  if (body && !isForm) headers["Content-Type"] = "application/json";
  let answer: Response;
  try {
    answer = await fetch(`${caller.base}/embed/v1/${path}`, {
      method,
      headers,
      body: isForm ? body : body && JSON.stringify(body),
      credentials: "omit",
      cache: "no-store",
    });
  } catch {
    throw new Refusal("offline", "");
  }
  if (!answer.ok) throw await refusal(answer);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}
