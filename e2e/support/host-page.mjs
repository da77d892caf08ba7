/** A page of somebody else, on a port of its own: one button, and the box. */
import { createServer } from "node:http";

const html = (huoji) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>别家的 CRM</title><link rel="icon" href="data:,">
<h1>商机</h1><button id="done">完成演示</button><p id="heard" role="status"></p>
<huoji-box base="${huoji}"></huoji-box>
<script type="module" src="${huoji}/embed/v1/huoji-box.js"></script>
<script type="module">
const box = document.querySelector("huoji-box");
document.querySelector("#done").addEventListener("click", async () => {
  box.setAttribute("ticket", await (await fetch("/ticket", { method: "POST" })).text());
  await box.ask();
});
for (const name of ["submitted", "failed"])
  box.addEventListener("huoji:" + name, ({ detail }) => (document.querySelector("#heard").textContent = name + " " + JSON.stringify(detail)));
</script></html>`;

/** `ticket(origin)` is what the page's back end asks for. */
export function hostPage(huoji, ticket) {
  return new Promise((resolve) => {
    const server = createServer(async (request, response) => {
      if (request.url === "/ticket") response.end(await ticket());
      else response.setHeader("content-type", "text/html").end(html(huoji));
    });
    server.listen(0, "127.0.0.1", () =>
      resolve({ url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() }),
    );
  });
}
