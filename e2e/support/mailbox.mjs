/** A mail server of the journey's own: takes what the server sends, for anybody, and hands it out by address. */
import { SMTPServer } from "smtp-server";

export async function openMailbox() {
  const arrived = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    async onData(stream, session, done) {
      const chunks = [];
      for await (const chunk of stream) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString("latin1");
      arrived.push(...session.envelope.rcptTo.map(({ address }) => ({ address, text })));
      done();
    },
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}?from=huoji@journey.test`,
    /** The plain text of the next mail to that address; waits for it. */
    async next(address) {
      const until = Date.now() + 20_000;
      while (Date.now() < until) {
        const at = arrived.findIndex((mail) => mail.address === address);
        if (at >= 0) return plain(arrived.splice(at, 1)[0].text);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`No mail to ${address}.`);
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The first text/plain part, decoded. */
function plain(message) {
  const [, head, rest] = /(content-type: text\/plain[\s\S]*?)\r\n\r\n([\s\S]*)/i.exec(message) ?? [];
  if (!head) throw new Error(`No plain text in:\n${message}`);
  const [body] = rest.split(/\r\n--/);
  const encoding = /content-transfer-encoding: (\S+)/i.exec(head)?.[1]?.toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1").toString("utf8");
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
