import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { asProblem } from "@/lib/problem";

/** The session ended elsewhere: what was read is gone, and the guard in app shows the sign-in page. */
function ended(thrown: unknown) {
  if (asProblem(thrown).status === 401) queryClient.setQueryData(["me"], null);
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: ended }),
  mutationCache: new MutationCache({ onError: ended }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, thrown) => count < 2 && asProblem(thrown).isPassing,
      refetchOnWindowFocus: true,
    },
  },
});
