const browsers: [RegExp, string][] = [
  [/MicroMessenger/, "WeChat"],
  [/wxwork/, "WeCom"],
  [/DingTalk/, "DingTalk"],
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

const first = (list: [RegExp, string][], agent: string) => list.find(([pattern]) => pattern.test(agent))?.[1];

/** The browser and system behind a User-Agent; nothing where it names neither. */
export function deviceOf(agent: string): { browser?: string; system?: string } {
  const browser = first(browsers, agent);
  const system = first(systems, agent);
  return { ...(browser ? { browser } : {}), ...(system ? { system } : {}) };
}
