import { language } from "@/lib/language";
import { Problem } from "@/lib/problem";

export type Query = Record<string, string | number | boolean | object | undefined | null>;

/** One page of a list. */
export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
  total?: number;
}

interface Options {
  signal?: AbortSignal;
  /** The same key for the same intent: `idempotencyKey()` once, kept for retries. Left out, a fresh one is made. */
  key?: string;
  /** The version that was read; stale → Problem 412. */
  version?: number | undefined;
}

export interface Answer<T> {
  status: number;
  body: T;
  etag: string | null;
  location: string | null;
}

export const idempotencyKey = () =>
  typeof crypto.randomUUID === "function"
    ? crypto.randomUUID()
    : Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The address under /api/v1; an object (filter tree) is written as JSON, nothing for undefined, null and "". */
export function address(path: string, query: Query = {}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === "") continue;
    search.set(name, typeof value === "object" ? JSON.stringify(value) : String(value));
  }
  const text = search.toString();
  return `/api/v1${path}${text && `?${text}`}`;
}

/** One request in full; the shorthands below are enough for most. A FormData body is sent as multipart. */
export async function send<T>(method: string, url: string, body?: unknown, options: Options = {}): Promise<Answer<T>> {
  const headers = new Headers({ Accept: "application/json", "Accept-Language": language.now() });
  if (method !== "GET") {
    const token = cookie("XSRF-TOKEN");
    if (token) headers.set("X-XSRF-TOKEN", token);
    headers.set("Idempotency-Key", options.key ?? idempotencyKey());
  }
  if (options.version !== undefined) headers.set("If-Match", `"${options.version}"`);
  const multipart = body instanceof FormData;
  if (body !== undefined && !multipart) headers.set("Content-Type", "application/json");
  const response = await reach(url, {
    method,
    headers,
    credentials: "same-origin",
    ...(body === undefined ? {} : { body: multipart ? body : JSON.stringify(body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw refused(response, text);
  return {
    status: response.status,
    body: (text ? JSON.parse(text) : undefined) as T,
    etag: response.headers.get("ETag"),
    location: response.headers.get("Location"),
  };
}

export const api = {
  get: async <T>(path: string, query?: Query, signal?: AbortSignal) =>
    (await send<T>("GET", address(path, query), undefined, signal ? { signal } : {})).body,
  post: async <T = void>(path: string, body?: unknown, options?: Options & { query?: Query }) =>
    (await send<T>("POST", address(path, options?.query), body, options)).body,
  put: async <T = void>(path: string, body?: unknown, options?: Options) =>
    (await send<T>("PUT", address(path), body, options)).body,
  patch: async <T = void>(path: string, body?: unknown, options?: Options) =>
    (await send<T>("PATCH", address(path), body, options)).body,
  remove: async (path: string, options?: Options) => {
    await send("DELETE", address(path), undefined, options);
  },
  /** Every page of a list that is known to be short enough to show whole (units, roles, nodes). */
  async all<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T[]> {
    const found: T[] = [];
    let cursor: string | null | undefined;
    do {
      const page: Page<T> = await api.get<Page<T>>(path, { limit: 500, ...query, cursor }, signal);
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return found;
  },
};

/** The answer as it came, for bodies that are no JSON, such as files to keep. */
export async function fetched(method: string, url: string, body?: unknown): Promise<Response> {
  const headers = new Headers({ "Accept-Language": language.now() });
  const token = cookie("XSRF-TOKEN");
  if (token && method !== "GET") headers.set("X-XSRF-TOKEN", token);
  if (body !== undefined) headers.set("Content-Type", "application/json");
  const response = await reach(url, {
    method,
    headers,
    credentials: "same-origin",
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw refused(response, await response.text());
  return response;
}

async function reach(url: string, request: RequestInit) {
  try {
    return await fetch(url, request);
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === "AbortError") throw thrown;
    throw new Problem(0);
  }
}

function refused(response: Response, text: string) {
  const wait = Number(response.headers.get("Retry-After"));
  const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : undefined;
  try {
    return new Problem(response.status, JSON.parse(text), retryAfter);
  } catch {
    return new Problem(response.status, {}, retryAfter);
  }
}

function cookie(name: string) {
  const found = document.cookie.split("; ").find((part) => part.startsWith(`${name}=`));
  return found && decodeURIComponent(found.slice(name.length + 1));
}
