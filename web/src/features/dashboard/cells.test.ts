import { cellBehind } from "./cells";
import type { Cell, Drill, Health } from "./health-query";

const drill = (path: string): Drill => ({ path, filter: { field: "node", op: "eq", value: path } });
const cell = (part: Partial<Cell>): Cell => ({
  keys: {},
  value: 0.5,
  numerator: 5,
  denominator: 10,
  n: 10,
  low: 0.2,
  high: 0.8,
  verdict: "unsure",
  ...part,
});
const node = { id: "n1", key: "listen", name: "听课" };
const health = {
  period: "2026-W47",
  widgets: {
    figures: { quality: cell({ drill: [drill("/tables/a/records"), drill("/tables/b/records")] }) },
    completion: {
      items: [cell({ keys: { unit: { id: "u1", code: "c", name: "裕华" } }, drill: drill("/expectations") })],
      trend: [cell({ keys: { period: "2026-W46" }, drill: drill("/expectations") })],
    },
    quality: {
      items: [cell({ keys: { node }, drill: drill("/tables/a/records"), drills: { MISSED: drill("/expectations") } })],
    },
    due: { open: 1, overdue: 0, missed: 0, drill: { open: drill("/expectations") } },
  },
} as unknown as Health;

it("finds the rows behind each kind of cell, in as many tables as they lie", () => {
  expect(cellBehind(health, "figure:quality")?.drills).toHaveLength(2);
  expect(cellBehind(health, "unit:u1")).toMatchObject({ kind: "completion", name: "裕华" });
  expect(cellBehind(health, "trend:2026-W46")).toMatchObject({ period: "2026-W46" });
  expect(cellBehind(health, "due:open")?.drills).toEqual([drill("/expectations")]);
});

it("takes the rows of a part of a quality bar, not of the whole", () => {
  expect(cellBehind(health, "node:n1")?.drills).toEqual([drill("/tables/a/records")]);
  expect(cellBehind(health, "node:n1:MISSED")?.drills).toEqual([drill("/expectations")]);
});

it("knows nothing of a cell that is gone", () => {
  for (const gone of ["unit:other", "trend:2020-W01", "due:missed", "what:ever", ""])
    expect(cellBehind(health, gone)).toBeUndefined();
});
