/** One thing wrong with one field of a request, in the caller's language. */
export interface FieldProblem {
  field: string;
  code: string;
  message: string;
  params?: Record<string, unknown>;
}

/** A refused or failed request (RFC 9457). status 0 = the server was not reached. */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly traceId: string;
  readonly errors: FieldProblem[];
  /** Seconds to wait, from Retry-After. */
  readonly retryAfter: number | undefined;

  constructor(status: number, body: Partial<ProblemBody> = {}, retryAfter?: number) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.name = "Problem";
    this.status = status;
    this.type = body.type ?? "about:blank";
    this.title = body.title ?? "";
    this.detail = body.detail ?? "";
    this.traceId = body.traceId ?? "";
    this.errors = body.errors ?? [];
    this.retryAfter = retryAfter;
  }

  /** Worth trying again without changing anything. */
  get isPassing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** The last part of the type, such as `in-progress`. */
  get code() {
    return this.type.split(/[/:#]/).pop() ?? "";
  }

  ofField(field: string) {
    return this.errors.filter((error) => error.field === field);
  }
}

interface ProblemBody {
  type: string;
  title: string;
  detail: string;
  traceId: string;
  errors: FieldProblem[];
}

/** Anything thrown, as a Problem; a fault of our own keeps its message. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem(0, { title: thrown instanceof Error ? thrown.message : String(thrown) });
}
