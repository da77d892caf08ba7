import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { language } from "@/lib/language";
import { queryClient } from "@/lib/query-client";
import type { DataTable } from "@/lib/tables";
import { ThemeProvider } from "@/ui/theme-provider";
import { BulkDialog } from "./bulk-dialog";

const table: DataTable = {
  id: "t",
  key: "leads",
  name: "线索",
  actionTable: false,
  fields: ["name", "note"].map((key) => ({
    id: key,
    key,
    name: key === "name" ? "名称" : "备注",
    type: "text",
    required: false,
    config: {},
  })),
};
const records = [1, 2, 3].map((n) => ({
  id: `r${n}`,
  table: "leads",
  version: n,
  fields: { name: `线索 ${n}`, note: n === 3 ? "改" : "旧" },
}));
const sent: { id: string; version: number; fields: Record<string, unknown> }[][] = [];

beforeEach(() => {
  language.set("zh-CN");
  sent.length = 0;
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    const { items } = JSON.parse(String(init.body)) as { items: (typeof sent)[number] };
    sent.push(items);
    const answer = items.map(({ id, version }) =>
      id === "r2"
        ? { id, status: 422, errors: [{ message: "备注不能改。" }] }
        : { id, status: 200, version: id === "r3" ? version : version + 1 },
    );
    return new Response(JSON.stringify({ items: answer }), { status: 200 });
  });
});
afterEach(cleanup);

test("changes only the chosen fields, names what was refused, and undoes what it changed", async () => {
  render(
    <QueryClientProvider client={queryClient}>
      <ThemeProvider>
        <MemoryRouter>
          <BulkDialog table={table} records={records} onClose={() => undefined} />
        </MemoryRouter>
      </ThemeProvider>
    </QueryClientProvider>,
  );
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "修改 3 条" }).disabled).toBe(true);
  await userEvent.click(screen.getByRole("combobox", { name: "选要改的字段" }));
  await userEvent.click(await screen.findByText("备注", { selector: ".ant-select-item-option-content" }));
  await userEvent.type(screen.getByRole("textbox", { name: "备注" }), "改");
  await userEvent.click(screen.getByRole("button", { name: "修改 3 条" }));
  expect(await screen.findByText("1 条没有改，原因：")).toBeTruthy();
  expect(screen.getByRole("link", { name: "线索 2" }).getAttribute("href")).toBe("/tables/leads/records/r2");
  expect(screen.getByText("备注不能改。")).toBeTruthy();
  expect(sent[0]).toEqual(records.map(({ id, version }) => ({ id, version, fields: { note: "改" } })));
  expect(await screen.findByText(/改了 1 条 · 1 条本来就是这样/, {}, { timeout: 5000 })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "撤销" }));
  await vi.waitFor(() => expect(sent[1]).toEqual([{ id: "r1", version: 2, fields: { note: "旧" } }]));
}, 30_000);
