/** "+8613800138000" → "138 0013 8000", "+442079460958;ext=12" → "+442079460958 · 12"; a number of one's own country without it. */
export function readable(number: string) {
  const [main = "", extension] = number.split(";ext=");
  const mobile = /^\+86(1\d{2})(\d{4})(\d{4})$/.exec(main);
  const shown = mobile ? mobile.slice(1).join(" ") : main.replace(/^\+86/, "0");
  return extension ? `${shown} · ${extension}` : shown;
}
