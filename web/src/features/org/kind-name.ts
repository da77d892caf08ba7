import { unitKinds } from "./org";
import { orgTexts } from "./org-texts";

/** The name of a kind of unit; a kind of the company's own is shown as it was typed. */
export function useKindName() {
  const t = orgTexts.use();
  return (kind: string) => {
    const known = unitKinds.find((one) => one === kind);
    return known ? t(known) : kind;
  };
}
