import assert from "node:assert/strict";
import axe from "axe-core";

/**
 * Nothing that axe finds by the rules of WCAG 2.2 AA, in the colours really shown.
 * Every step in the page goes by `waitForFunction`: unlike `evaluate` it ends after the page's timeout and says where.
 */
export async function accessible(page) {
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
  await page.waitForFunction(settled);
  await page.waitForFunction(`(() => { ${axe.source}; return true; })()`);
  const found = await page.waitForFunction(async () => {
    const { violations } = await window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
  assert.deepEqual(await found.jsonValue(), [], page.url());
}

/** Puts every motion at its end; asked again until none follows. One that never ends (a spinner) or is paused is left. */
function settled() {
  const moving = document
    .getAnimations()
    .filter((motion) => motion.playState === "running" && Number.isFinite(motion.effect?.getComputedTiming().endTime));
  for (const motion of moving) motion.finish();
  return moving.length === 0;
}
