/** A server of its own for a run of journeys: fresh data, free ports, ended with the run. */
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export const admin = { login: "admin@journey.test", password: "correct horse battery 42" };

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** `settings` are more of HUOJI_*. */
export async function startServer({ withAdmin = true, settings = {} } = {}) {
  const data = mkdtempSync(join(tmpdir(), "huoji-journey-"));
  chmodSync(data, 0o755); // Started by root, PostgreSQL runs as another user and has to get through.
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    ...process.env,
    HUOJI_DATA_DIR: data,
    HUOJI_PORT: String(port),
    HUOJI_MANAGEMENT_PORT: String(await freePort()),
    HUOJI_BIND: "127.0.0.1",
    HUOJI_BASE_URL: url,
    ...(withAdmin ? { HUOJI_ADMIN_EMAIL: admin.login, HUOJI_ADMIN_PASSWORD: admin.password } : {}),
    ...settings,
  };
  let output = "";
  let child;
  const start = async () => {
    child = spawn(join(root, "huoji"), ["start"], { env: environment, cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    await ready(url, child, () => output);
  };
  const end = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  };
  await start();
  return {
    url,
    data,
    output: () => output,
    /** Ends the server and starts it again on the same data. */
    async restart() {
      await end();
      await start();
    },
    async stop() {
      await end();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function ready(url, child, output) {
  const until = Date.now() + 180_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server ended:\n${output()}`);
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server did not answer:\n${output()}`);
}
