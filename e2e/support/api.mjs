/** The public API as a journey uses it to lay its table: signed in by cookie, refusals thrown. */
export async function signIn(url, login, password) {
  const answer = await fetch(`${url}/api/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login, password }),
  });
  if (!answer.ok) throw new Error(`Sign-in: ${answer.status} ${await answer.text()}`);
  const cookies = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  const xsrf = cookies.find((cookie) => cookie.startsWith("XSRF-TOKEN="))?.split("=")[1] ?? "";
  return new Api(url, { cookie: cookies.join("; "), "x-xsrf-token": decodeURIComponent(xsrf) });
}

export class Api {
  constructor(url, headers) {
    this.url = url;
    this.headers = headers;
  }

  get(path) {
    return this.#send("GET", path);
  }

  post(path, body) {
    return this.#send("POST", path, body);
  }

  patch(path, body) {
    return this.#send("PATCH", path, body);
  }

  remove(path) {
    return this.#send("DELETE", path);
  }

  /** Sends one file as part of a form. */
  async upload(path, name, content) {
    const form = new FormData();
    form.append("file", new Blob([content]), name);
    const answer = await fetch(`${this.url}/api/v1${path}`, { method: "POST", headers: this.headers, body: form });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async #send(method, path, body) {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { ...this.headers, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  }
}
