import { useSyncExternalStore } from "react";
import { stored } from "@/lib/stored";

export type Appearance = "light" | "dark" | "system";

/** What this person chose; `useMode` says what it means now. */
export const appearance = stored<Appearance>("huoji.appearance", ["light", "dark", "system"], () => "system");

const night = () => window.matchMedia("(prefers-color-scheme: dark)");

export function useMode(): "light" | "dark" {
  const chosen = appearance.use();
  const dark = useSyncExternalStore(
    (listener) => {
      const query = night();
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => night().matches,
  );
  return chosen === "system" ? (dark ? "dark" : "light") : chosen;
}
