/** "PT25H30M" → "25:30", with seconds only where there are some; "" when it is none. */
export function clockOf(iso: unknown) {
  const parts = typeof iso === "string" ? /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(iso) : null;
  if (!parts) return "";
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  const two = (n = 0) => String(n).padStart(2, "0");
  return `${hours}:${two(minutes)}${seconds ? `:${two(seconds)}` : ""}`;
}

/** "1:30", "1：30" or "90" (minutes) → "PT1H30M"; null when empty, undefined when not understood. */
export function isoOfClock(text: string) {
  const plain = text.trim().replaceAll("：", ":");
  if (plain === "") return null;
  const parts = /^(?:(\d{1,5}):([0-5]\d)(?::([0-5]\d))?|(\d{1,6}))$/.exec(plain);
  if (!parts) return undefined;
  const [hours = "0", minutes = "0", seconds = "0", alone] = parts.slice(1);
  const all = alone === undefined ? Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) : Number(alone) * 60;
  const h = Math.floor(all / 3600);
  const m = Math.floor((all % 3600) / 60);
  const s = all % 60;
  return `PT${h ? `${h}H` : ""}${m ? `${m}M` : ""}${s || all === 0 ? `${s}S` : ""}`;
}
