import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useCallback, useMemo, useRef } from "react";
import { api } from "@/lib/api";
import { asProblem } from "@/lib/problem";
import type { TableRecord } from "@/lib/records";
import type { Field } from "@/lib/tables";
import { sendable } from "@/ui/field/kinds";
import { useProblemText } from "@/ui/states";
import type { RecordPages } from "./record-queries";
import { tableTexts } from "./table-texts";

export interface Change {
  record: TableRecord;
  fields: Record<string, unknown>;
}

export interface Edits {
  change: (changes: Change[]) => Promise<void>;
  create: (rows: Record<string, unknown>[]) => Promise<void>;
  undo: () => void;
}

interface BatchAnswer {
  items: { index: number; status: number; id?: string; errors?: { message: string }[] }[];
}

/** Changes of cells: seen at once, taken back where the server refuses, undone by Ctrl Z. */
export function useEdits(table: string, fields: Field[]): Edits {
  const client = useQueryClient();
  const { message } = App.useApp();
  const text = useProblemText();
  const t = tableTexts.use();
  const done = useRef<{ id: string; fields: Record<string, unknown> }[][]>([]);

  const show = useCallback(
    (id: string, change: (record: TableRecord) => TableRecord) =>
      client.setQueriesData<RecordPages>({ queryKey: ["records", table] }, (data) =>
        data && "pages" in data
          ? {
              ...data,
              pages: data.pages.map((page) => ({
                ...page,
                items: page.items.map((record) => (record.id === id ? change(record) : record)),
              })),
            }
          : data,
      ),
    [client, table],
  );
  const current = useCallback(
    (id: string) => {
      for (const [, data] of client.getQueriesData<RecordPages>({ queryKey: ["records", table] }))
        for (const page of data?.pages ?? []) {
          const found = page.items.find((record) => record.id === id);
          if (found) return found;
        }
      return undefined;
    },
    [client, table],
  );

  const write = useCallback(
    async ({ record, fields: values }: Change): Promise<Record<string, unknown> | undefined> => {
      const known = current(record.id) ?? record;
      const before = Object.fromEntries(Object.keys(values).map((key) => [key, known.fields[key] ?? null]));
      if (JSON.stringify(before) === JSON.stringify(values)) return undefined;
      show(record.id, (row) => ({ ...row, fields: { ...row.fields, ...values } }));
      try {
        const stored = await api.patch<TableRecord>(
          `/records/${record.id}?grid=true`,
          { fields: sendable(fields, values) },
          { version: known.version },
        );
        show(record.id, () => stored);
        return before;
      } catch (thrown) {
        const problem = asProblem(thrown);
        show(record.id, (row) => ({ ...row, fields: { ...row.fields, ...before } }));
        message.error(problem.errors.map((error) => error.message).join(" ") || text(problem));
        if (problem.status === 412) client.invalidateQueries({ queryKey: ["records", table] });
        return undefined;
      }
    },
    [client, current, fields, message, show, table, text],
  );

  const change = useCallback(
    async (changes: Change[]) => {
      const undone: { id: string; fields: Record<string, unknown> }[] = [];
      // Four at a time: quick for a pasted block and still kind to the server.
      const queue = [...changes];
      const work = async () => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          const before = await write(next);
          if (before) undone.push({ id: next.record.id, fields: before });
        }
      };
      await Promise.all([work(), work(), work(), work()]);
      if (undone.length === 0) return;
      done.current.push(undone);
      if (changes.length > 1) message.success(t("changed", { n: undone.length }));
    },
    [message, t, write],
  );

  const create = useCallback(
    async (rows: Record<string, unknown>[]) => {
      try {
        const answer = await api.post<BatchAnswer>(`/tables/${table}/records:batch`, {
          items: rows.map((row) => ({ fields: sendable(fields, row) })),
        });
        const refused = answer.items.filter((item) => item.status >= 400);
        const made = answer.items.length - refused.length;
        if (refused.length > 0)
          message.warning(
            t("createdSome", { n: made, refused: refused.length, why: refused[0]?.errors?.[0]?.message ?? "" }),
          );
        else message.success(t("created", { n: made }));
        await client.invalidateQueries({ queryKey: ["records", table] });
      } catch (thrown) {
        message.error(text(asProblem(thrown)));
      }
    },
    [client, fields, message, t, table, text],
  );

  const undo = useCallback(async () => {
    const last = done.current.pop();
    if (!last) return;
    for (const { id, fields: before } of last) {
      const record = current(id);
      if (record) await write({ record, fields: before });
    }
    message.info(t("undone", { n: last.length }));
  }, [current, message, t, write]);

  return useMemo(() => ({ change, create, undo }), [change, create, undo]);
}
