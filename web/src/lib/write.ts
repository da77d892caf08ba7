import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { idempotencyKey } from "@/lib/api";
import { asProblem, type Problem } from "@/lib/problem";

interface Write<I, O> {
  /** `key` is the Idempotency-Key: unchanged while the same input is tried again, so nothing is stored twice. */
  run: (input: I, key: string) => Promise<O>;
  /** Lists to read again afterwards, by the start of their query key. */
  refresh?: QueryKey[];
  onDone?: (output: O, input: I) => void;
  onRefused?: (problem: Problem, input: I) => void;
}

/** A write that may be repeated safely. `const save = useWrite({ run: (p, key) => api.post("/people", p, { key }), refresh: [["people"]] })` */
export function useWrite<I = void, O = unknown>({ run, refresh = [], onDone, onRefused }: Write<I, O>) {
  const client = useQueryClient();
  const last = useRef({ input: "", key: "" });
  return useMutation<O, Problem, I>({
    // Without a network it fails at once and says so, instead of waiting without a word.
    networkMode: "always",
    mutationFn: async (input) => {
      const text = JSON.stringify(input) ?? "";
      if (last.current.input !== text || !last.current.key) last.current = { input: text, key: idempotencyKey() };
      try {
        return await run(input, last.current.key);
      } catch (thrown) {
        const problem = asProblem(thrown);
        // A refusal changed nothing: the next try is a new intent. An unknown outcome keeps its key.
        if (!problem.isPassing) last.current = { input: "", key: "" };
        throw problem;
      }
    },
    onSuccess: async (output, input) => {
      last.current = { input: "", key: "" };
      await Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey })));
      onDone?.(output, input);
    },
    onError: (problem, input) => {
      // Nothing is handed back: what a message answers ends when it fades, and the button would wait for it.
      onRefused?.(problem, input);
    },
  });
}
