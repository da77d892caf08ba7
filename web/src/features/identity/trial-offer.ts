import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api";

interface TrialOffer {
  open: boolean;
  days: number;
}

/** Whether whoever comes by may try the product here. */
export const trialOffer = queryOptions({
  queryKey: ["trial-offer"],
  queryFn: ({ signal }) => api.get<TrialOffer>("/trials", {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});
