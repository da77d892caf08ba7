import { useSyncExternalStore } from "react";

const listen = (listener: () => void) => {
  const view = window.visualViewport;
  view?.addEventListener("resize", listener);
  view?.addEventListener("scroll", listener);
  return () => {
    view?.removeEventListener("resize", listener);
    view?.removeEventListener("scroll", listener);
  };
};

/** How much of the screen the keyboard leaves, in pixels: what is fixed to its foot is never covered. */
export function useVisibleHeight(): number | undefined {
  return useSyncExternalStore(listen, () => {
    const height = window.visualViewport?.height;
    return height === undefined ? undefined : Math.round(height);
  });
}
