import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useCallback, useRef, useState } from "react";
import { useUndoOffer } from "@/ui/undo-offer";
import { recordTexts } from "./record-texts";
import { type SeriesItem, type SeriesResult, series } from "./series";

/** Does the same to many records of a table: how far it is, how to stop it, and how to undo it. */
export function useSeries(table: string) {
  const t = recordTexts.use();
  const client = useQueryClient();
  const { message } = App.useApp();
  const offer = useUndoOffer();
  const stop = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<{ done: number; all: number }>();

  const run = useCallback(
    async (act: "change" | "delete" | "restore", items: SeriesItem[]): Promise<SeriesResult> => {
      stop.current = new AbortController();
      setProgress({ done: 0, all: items.length });
      const onProgress = (done: number) => setProgress({ done, all: items.length });
      const result = await series(act, table, items, { onProgress, signal: stop.current.signal });
      setProgress(undefined);
      await Promise.all(
        [["records", table], ["record"], ["dashboards"]].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
      return result;
    },
    [client, table],
  );

  /** Offers the way back; what somebody else has changed since stays as it is. */
  const offerUndo = (said: string, act: "change" | "restore", items: SeriesItem[]) =>
    offer(`series-${table}`, said, async () => {
      const back = await run(act, items);
      if (back.refused.length > 0) message.warning(t("undoRefused", { n: back.refused.length }));
      else message.success(t("undoneN", { n: back.done.length }));
    });

  return { run, offerUndo, progress, stop: () => stop.current?.abort() };
}
