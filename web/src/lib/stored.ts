import { useSyncExternalStore } from "react";

/** A small choice of this browser (language, appearance, density) that every component sees change at once. */
export function stored<T extends string>(key: string, allowed: readonly T[], fallback: () => T) {
  const listeners = new Set<() => void>();
  const read = (): T => {
    try {
      const found = localStorage.getItem(key);
      return allowed.find((one) => one === found) ?? fallback();
    } catch {
      return fallback();
    }
  };
  let value = read();
  const now = () => value;
  const listen = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    now,
    listen,
    set(next: T) {
      value = next;
      try {
        localStorage.setItem(key, next);
      } catch {
        // Private browsing: the choice lasts as long as the page.
      }
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(listen, now),
  };
}
