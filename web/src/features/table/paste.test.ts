import type { TableRecord } from "@/lib/records";
import type { Field } from "@/lib/tables";
import { parseCells, planPaste, writeCells } from "./paste";

const field = (key: string, type: string, config = {}): Field => ({
  id: key,
  key,
  name: key,
  type,
  required: false,
  config,
});
const record = (id: string): TableRecord => ({ id, table: "t", version: 1, fields: {} });
const title = field("title", "text");
const count = field("count", "integer");
const stage = field("stage", "select", { options: [{ key: "won", label: "Won" }] });

it("reads what spreadsheets copy, with quotes, tabs and line breaks inside", () => {
  expect(parseCells("a\tb\r\nc\td\r\n")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(parseCells('"x\ty"\t"say ""hi"""\n"two\nlines"\tz')).toEqual([
    ["x\ty", 'say "hi"'],
    ["two\nlines", "z"],
  ]);
});

it("writes what it would read again", () => {
  const cells = [
    ["plain", 'with "quotes"'],
    ["tab\tinside", "line\nbreak"],
  ];
  expect(parseCells(writeCells(cells))).toEqual(cells);
});

it("changes the cells from the active one on and makes records below the last", () => {
  const plan = planPaste(parseCells("A\t1\nB\t2"), { row: 1, column: 0 }, [record("r1"), record("r2")], [title, count]);
  expect(plan.changes).toEqual([{ record: record("r2"), fields: { title: "A", count: 1 } }]);
  expect(plan.created).toEqual([{ title: "B", count: 2 }]);
  expect(plan.cells).toBe(4);
});

it("keeps what it can't understand out and says so", () => {
  const plan = planPaste(
    parseCells("12.5\tlost\n1,280\tWon"),
    { row: 0, column: 1 },
    [record("r1"), record("r2")],
    [title, count, stage],
  );
  expect(plan.odd.map((odd) => odd.text)).toEqual(["12.5", "lost"]);
  expect(plan.changes).toEqual([{ record: record("r2"), fields: { count: 1280, stage: "won" } }]);
});

it("fills a range with one copied cell", () => {
  const plan = planPaste([["7"]], { row: 0, column: 1 }, [record("r1"), record("r2")], [title, count], {
    rows: 2,
    columns: 1,
  });
  expect(plan.changes.map((change) => change.fields)).toEqual([{ count: 7 }, { count: 7 }]);
});
