import { useCallback } from "react";
import { type Language, language } from "@/lib/language";

export type Params = Record<string, string | number>;

const plural = new Intl.PluralRules("en");

/** Every table of texts ever declared, for the test that compares the two languages. */
export const declared: Record<Language, Record<string, string>>[] = [];

/**
 * The texts of a feature in both languages, Chinese first; the compiler refuses a key that one of them lacks.
 *
 *     // features/org/org-texts.ts
 *     export const orgTexts = texts({ people: "共 {n} 人" }, { people: "{n} person | {n} people" });
 *     // in a component
 *     const t = orgTexts.use();
 *     t("people", { n: 3 })
 *
 * English text with " | " has two forms, chosen by the parameter n. Put texts only into files named *-texts.ts.
 */
export function texts<K extends string>(zh: Record<K, string>, en: Record<K, string>) {
  const tables = { "zh-CN": zh, en };
  declared.push(tables);
  const text = (lang: Language, key: K, params: Params = {}) => fill(form(tables[lang][key], params), params);
  return {
    /** In a certain language. */
    of: text,
    /** For code outside components; a component uses `use`, which follows a change of language. */
    now: (key: K, params?: Params) => text(language.now(), key, params),
    use() {
      const lang = language.use();
      return useCallback((key: K, params?: Params) => text(lang, key, params), [lang]);
    },
  };
}

function form(text: string, params: Params) {
  const [one, many] = text.split(" | ");
  return many === undefined || plural.select(Number(params.n)) !== "one" ? (many ?? text) : (one ?? text);
}

function fill(text: string, params: Params) {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : typeof value === "number" ? value.toLocaleString("en-US") : value;
  });
}
