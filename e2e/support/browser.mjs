/** A real Chromium, one for all journeys of a file; every page fails its journey on a console error. */
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export function openBrowser() {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
    ],
  });
}

const shapes = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
};

/** Opens a page of that shape; `page.faults` collects console errors and failed requests of our own origin. */
export async function openPage(browser, { shape = "desktop", locale = "zh-CN", dark = false } = {}) {
  const context = await browser.newContext({
    ...shapes[shape],
    locale,
    timezoneId: "Asia/Shanghai",
    colorScheme: dark ? "dark" : "light",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.faults = [];
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  page.on("pageerror", (error) => page.faults.push(String(error)));
  return page;
}

/** Keeps a picture for people to look at, under e2e/pictures. */
export async function picture(page, name) {
  mkdirSync("pictures", { recursive: true });
  await page.screenshot({ path: `pictures/${name}.png` });
}
