import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { Problem } from "@/lib/problem";
import { useWrite } from "@/lib/write";

function writing(outcomes: (Problem | "stored")[]) {
  const keys: string[] = [];
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const run = async (_: string, key: string) => {
    keys.push(key);
    const outcome = outcomes[keys.length - 1];
    if (outcome instanceof Problem) throw outcome;
    return outcome;
  };
  const { result } = renderHook(() => useWrite({ run }), { wrapper });
  const write = async (input: string) => {
    await act(async () => {
      await result.current.mutateAsync(input).catch(() => undefined);
    });
    await waitFor(() => expect(result.current.isPending).toBe(false));
  };
  return { keys, write };
}

describe("a write", () => {
  it("keeps its key while the outcome is unknown, so that trying again stores nothing twice", async () => {
    const { keys, write } = writing([new Problem(0), new Problem(503), "stored"]);
    for (const _ of "123") await write("a");
    expect(new Set(keys).size).toBe(1);
  });

  it("takes a new key for other input, after a refusal and after it is stored", async () => {
    const { keys, write } = writing([new Problem(0), new Problem(422), "stored", "stored"]);
    await write("a");
    for (const _ of "123") await write("b");
    expect(new Set(keys).size).toBe(4);
  });
});
