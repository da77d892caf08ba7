import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation } from "react-router";
import { api } from "@/lib/api";
import { useMay } from "@/lib/me";

export type StepKey = "template" | "model" | "people" | "record" | "board";

export interface FirstSteps {
  steps: { key: StepKey; done: boolean }[];
  dismissed: boolean;
}

export const firstStepsQuery = queryOptions({
  queryKey: ["first-steps"],
  queryFn: ({ signal }) => api.get<FirstSteps>("/first-steps", {}, signal),
});

/** The list belongs on the start page: not put away, and something is left to do. */
export const isUnderWay = ({ steps, dismissed }: FirstSteps) => !dismissed && steps.some((step) => !step.done);

/** Tells the server of the two steps that only a screen can know of, once each. */
export function useSeen() {
  const may = useMay();
  const { pathname } = useLocation();
  const client = useQueryClient();
  const { data } = useQuery({ ...firstStepsQuery, enabled: may("model.write"), staleTime: 60_000 });
  const here = pathname.startsWith("/tables/") ? "model" : pathname.startsWith("/boards/") ? "board" : undefined;
  const isNew = data?.steps.some((step) => step.key === here && !step.done && data.steps[0]?.done) ?? false;
  useEffect(() => {
    if (!isNew) return;
    api.patch<FirstSteps>("/first-steps", here === "model" ? { modelSeen: true } : { boardSeen: true }).then(
      (answer) => client.setQueryData(firstStepsQuery.queryKey, answer),
      () => {
        // It is told again with the next page.
      },
    );
  }, [isNew, here, client]);
}
