import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { meQuery } from "@/lib/me";

/** Through the door: what another person read here is forgotten, then on to where they wanted to go. */
export function useEnter(to: string | null = null) {
  const client = useQueryClient();
  const go = useNavigate();
  return async () => {
    client.clear();
    await client.fetchQuery(meQuery);
    // Only places of our own: "//elsewhere.example" would leave the product.
    go(to && /^\/(?![/\\])/.test(to) ? to : "/", { replace: true });
  };
}
