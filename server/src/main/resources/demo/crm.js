// A customer's own page: it knows its deals, asks its own back end for a ticket, and lets the box do the rest.
const words = {
  "zh-CN": {
    title: "跟进中的商机", stage: "跟进中", next: "下一步", demo: "产品演示", done: "完成演示", asking: "正在打开评估框",
    account: "客户", product: "产品", owner: "负责人", engaged: "开始推进", thanks: "已记录到活绩", failed: "评估框打不开：",
  },
  en: {
    title: "Open deals", stage: "Engaging", next: "Next step", demo: "Product demo", done: "Demo done", asking: "Opening the box",
    account: "Account", product: "Product", owner: "Owner", engaged: "Engaged on", thanks: "Recorded in Huoji", failed: "The box can't open: ",
  },
};
const find = (selector) => document.querySelector(selector);
const box = find("huoji-box");
let lang = navigator.language.startsWith("zh") ? "zh-CN" : "en";
let deals = [];
let shown;

function draw() {
  const t = words[lang];
  document.documentElement.lang = lang;
  box.setAttribute("lang", lang);
  for (const button of document.querySelectorAll("#lang button")) button.setAttribute("aria-pressed", button.dataset.lang === lang);
  find("#list-title").textContent = t.title;
  find("#list ul").replaceChildren(...deals.map(item));
  find("#deal").hidden = !shown;
  if (!shown) return;
  find("#deal .stage").textContent = t.stage;
  find("#deal h1").textContent = shown.name;
  find("#deal h2").textContent = t.next;
  find("#deal .step span").textContent = t.demo;
  find("#done").textContent = t.done;
  find("#deal dl").replaceChildren(...["account", "product", "owner", "engaged"].flatMap((key) => [
    Object.assign(document.createElement("dt"), { textContent: t[key] }),
    Object.assign(document.createElement("dd"), { textContent: shown[key] }),
  ]));
}

function item(deal) {
  const button = document.createElement("button");
  const owner = Object.assign(document.createElement("small"), { textContent: deal.owner });
  button.append(deal.name, document.createElement("br"), owner);
  if (deal === shown) button.setAttribute("aria-current", "true");
  button.addEventListener("click", () => {
    shown = deal;
    find("#state").textContent = "";
    box.close?.();
    draw();
  });
  const row = document.createElement("li");
  row.append(button);
  return row;
}

find("#done").addEventListener("click", async () => {
  find("#done").disabled = true;
  find("#state").textContent = words[lang].asking;
  try {
    const answer = await fetch(`/ticket?deal=${encodeURIComponent(shown.id)}`, { method: "POST" });
    if (!answer.ok) throw new Error(await answer.text());
    box.setAttribute("ticket", (await answer.json()).ticket);
    await box.ask();
    find("#state").textContent = "";
  } catch (fault) {
    find("#state").textContent = words[lang].failed + fault.message;
  } finally {
    find("#done").disabled = false;
  }
});
box.addEventListener("huoji:submitted", () => (find("#state").textContent = words[lang].thanks));
for (const button of document.querySelectorAll("#lang button"))
  button.addEventListener("click", () => {
    lang = button.dataset.lang;
    draw();
  });

const page = await (await fetch("/deals")).json();
deals = page.deals;
shown = deals[0];
box.setAttribute("base", page.huoji);
draw();
await import(`${page.huoji}/embed/v1/huoji-box.js`);
