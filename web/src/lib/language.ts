import { stored } from "@/lib/stored";

export type Language = "zh-CN" | "en";

/** The language of this person's screens: their own choice, else the browser's, else Chinese. */
export const language = stored<Language>("huoji.language", ["zh-CN", "en"], () =>
  typeof navigator !== "undefined" && !/^zh/i.test(navigator.language) && /^en/i.test(navigator.language)
    ? "en"
    : "zh-CN",
);
