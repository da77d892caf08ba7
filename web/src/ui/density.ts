import { stored } from "@/lib/stored";
import { usePhone } from "@/ui/media";

export type Density = "compact" | "normal" | "roomy";

/** Row heights 32, 36 and 48 px, remembered in this browser. */
export const density = stored<Density>("huoji.density", ["compact", "normal", "roomy"], () => "normal");

const sizes = { compact: "small", normal: "large", roomy: "middle" } as const;

/** `<Table size={useTableSize()}>`; a phone's rows are always tall enough to hit. */
export function useTableSize() {
  const chosen = density.use();
  return sizes[usePhone() ? "roomy" : chosen];
}
