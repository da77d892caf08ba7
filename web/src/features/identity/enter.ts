import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { language } from "@/lib/language";
import { meQuery } from "@/lib/me";

/** Through the door: what another person read here is forgotten, then on to where they wanted to go. */
export function useEnter(to: string | null = null) {
  const client = useQueryClient();
  const go = useNavigate();
  return async () => {
    client.removeQueries({ type: "inactive" });
    const me = await client.fetchQuery({ ...meQuery, staleTime: 0 });
    // The language goes with the account, from device to device.
    if (me?.account?.locale) language.set(me.account.locale.startsWith("en") ? "en" : "zh-CN");
    // Only places of our own: "//elsewhere.example" would leave the product.
    go(to && /^\/(?![/\\])/.test(to) ? to : "/", { replace: true });
  };
}
