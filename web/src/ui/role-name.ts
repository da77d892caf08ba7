import { roleTexts } from "@/ui/role-texts";

const builtIn = ["admin", "hr", "executive", "it", "lead", "staff"] as const;

/** The name of a role: a built-in one that nobody renamed in the reader's language, any other as it was named. */
export function useRoleName() {
  const t = roleTexts.use();
  return ({ key, name }: { key: string; name?: string | undefined }) => {
    const known = builtIn.find((one) => one === key);
    return known && (!name || name === roleTexts.of("zh-CN", known)) ? t(known) : (name ?? key);
  };
}
