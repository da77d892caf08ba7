import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { api } from "@/lib/api";

/** Ends this session; what was read here is forgotten. */
export function useSignOut() {
  const client = useQueryClient();
  const go = useNavigate();
  return async () => {
    await api.remove("/sessions/current");
    client.clear();
    client.setQueryData(["me"], null);
    go("/sign-in");
  };
}
