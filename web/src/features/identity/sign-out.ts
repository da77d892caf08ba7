import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { api } from "@/lib/api";
import { meQuery } from "@/lib/me";

/** Ends this session; what was read here is forgotten. */
export function useSignOut() {
  const client = useQueryClient();
  const go = useNavigate();
  return async () => {
    await api.remove("/sessions/current");
    client.setQueryData(meQuery.queryKey, null);
    go("/sign-in");
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== "me" });
  };
}
