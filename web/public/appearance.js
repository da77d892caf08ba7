// Runs before the first paint, so that a dark page never flashes white. The same choice is read again in src/lib/appearance.ts.
(() => {
  let chosen = "system";
  try {
    chosen = localStorage.getItem("huoji.appearance") || "system";
  } catch {}
  const dark = chosen === "dark" || (chosen === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
