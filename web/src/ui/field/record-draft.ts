const PREFIX = "huoji.draft.";

/** What was typed and not yet accepted, kept in this browser. */
export const drafts = {
  read(key: string): Record<string, unknown> | undefined {
    try {
      const text = localStorage.getItem(PREFIX + key);
      return text ? (JSON.parse(text) as Record<string, unknown>) : undefined;
    } catch {
      return undefined;
    }
  },
  keep(key: string, values: Record<string, unknown>) {
    try {
      localStorage.setItem(PREFIX + key, JSON.stringify(values));
    } catch {
      // Full or forbidden: the form itself still holds it.
    }
  },
  drop(key: string) {
    try {
      localStorage.removeItem(PREFIX + key);
    } catch {
      // Nothing to drop then.
    }
  },
};
