import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { language } from "@/lib/language";
import { Problem } from "@/lib/problem";
import type { Field } from "@/lib/tables";
import { RecordForm, useRecordForm } from "@/ui/field/record-form";

const field = (key: string, name: string, type: string, more: Partial<Field> = {}): Field => ({
  id: key,
  key,
  name,
  type,
  required: true,
  config: {},
  ...more,
});
const fields = [
  field("budget", "Customer budget", "money"),
  field("cycle", "Decision cycle", "text"),
  field("level", "How well", "quality", {
    config: {
      levels: [
        { key: "MET", label: "Met", band: "MET" },
        { key: "SUPPORT", label: "Support", band: "SUPPORT" },
      ],
    },
  }),
];
const missing = new Problem(422, {
  errors: [
    { field: "fields.budget", code: "required", message: "Missing: Customer budget" },
    { field: "fields.cycle", code: "required", message: "Missing: Decision cycle" },
  ],
});

function Sample() {
  const form = useRecordForm({ fields, initial: {}, draft: "test" });
  return (
    <>
      <RecordForm form={form} table="t" />
      <button type="button" onClick={() => form.refuse(missing)}>
        submit
      </button>
      <button type="button" onClick={form.done}>
        done
      </button>
    </>
  );
}

const show = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Sample />
    </QueryClientProvider>,
  );

describe("the form of a record", () => {
  beforeEach(() => {
    localStorage.clear();
    language.set("en");
  });

  it("names every missing part at its field and all of them together", async () => {
    show();
    await userEvent.click(screen.getByText("submit"));
    expect(screen.getAllByRole("alert").map((alert) => alert.textContent)).toEqual([
      "Missing: Customer budget",
      "Missing: Decision cycle",
      "Missing: Customer budget, Decision cycle. Draft kept",
    ]);
    expect(document.activeElement).toBe(screen.getByLabelText("Customer budget"));
  });

  it("forgets what was wrong with a field as soon as it is changed", async () => {
    show();
    await userEvent.click(screen.getByText("submit"));
    await userEvent.type(screen.getByLabelText("Decision cycle"), "2 weeks");
    expect(screen.queryByText("Missing: Decision cycle")).toBeNull();
    expect(screen.getByText("Missing: Customer budget")).toBeTruthy();
  });

  it("keeps a draft until it is accepted or thrown away", async () => {
    const first = show();
    await userEvent.type(screen.getByLabelText("Decision cycle"), "2 weeks");
    await userEvent.click(screen.getByRole("radio", { name: "Met" }));
    first.unmount();
    show();
    expect((screen.getByLabelText("Decision cycle") as HTMLInputElement).value).toBe("2 weeks");
    expect(screen.getByRole("radio", { name: "Met" }).getAttribute("aria-checked")).toBe("true");
    await userEvent.click(screen.getByText("Discard the draft"));
    expect((screen.getByLabelText("Decision cycle") as HTMLInputElement).value).toBe("");
    expect(localStorage.getItem("huoji.draft.test")).toBeNull();
  });
});
