import { useSyncExternalStore } from "react";

/** Whether a media query holds now. */
export function useMedia(query: string) {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Below 768 px: the phone shell, larger targets. */
export const usePhone = () => useMedia("(max-width: 767px)");
