import { declared } from "@/lib/texts";

const sources = import.meta.glob("./**/*.{ts,tsx}", { eager: true, query: "?raw", import: "default" }) as Record<
  string,
  string
>;
const screens = Object.entries(sources).filter(([path]) => !/-texts\.ts$|\.test\.tsx?$/.test(path));
const uncommented = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");

describe("texts", () => {
  beforeAll(() => import.meta.glob("./**/*-texts.ts", { eager: true }));

  it("have the same keys and parameters in both languages", () => {
    expect(declared.length).toBeGreaterThan(1);
    const parameters = (text = "") => [...new Set(text.match(/\{\w+\}/g))].sort().join();
    const wrong = declared.flatMap(({ "zh-CN": zh, en }) =>
      [...new Set([...Object.keys(zh), ...Object.keys(en)])].filter(
        (key) => !zh[key] || !en[key] || parameters(zh[key]) !== parameters(en[key]),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("follow the house: no 您, no exclamation mark, full-width signs in Chinese", () => {
    const wrong = declared.flatMap(({ "zh-CN": zh }) =>
      Object.values(zh).filter((text) => /您|！|成功|失败|[\u4e00-\u9fff][,;:?!(]|\)[\u4e00-\u9fff]/.test(text)),
    );
    expect(wrong).toEqual([]);
  });

  it("never stand in a component", () => {
    const wrong = screens.flatMap(([path, text]) => {
      const code = uncommented(text);
      const chinese = code.match(/.*[\u4e00-\u9fff]{1,}.*/g) ?? [];
      const english = path.endsWith(".tsx")
        ? [
            ...(code.match(/(?<![=-])>\s*[A-Za-z][A-Za-z ,.']{2,}\s*<\//g) ?? []),
            ...(code.match(/\b(?:aria-label|placeholder|title|label|alt)="(?!https?:)[^"]*[A-Za-z][^"]*"/g) ?? []),
          ]
        : [];
      return [...chinese, ...english].map((found) => `${path}: ${found.trim()}`);
    });
    expect(wrong.filter((line) => !line.startsWith("./lib/dates.ts"))).toEqual([]);
  });
});
