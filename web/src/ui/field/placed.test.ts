import { Problem } from "@/lib/problem";
import { placed } from "@/ui/field/placed";

it("puts each reason at its field, also one inside a value, and keeps the rest", () => {
  const refusal = new Problem(422, {
    errors: [
      { field: "fields.budget", code: "required", message: "A" },
      { field: "fields.evidence[1].url", code: "url", message: "B" },
      { field: "cycle", code: "required", message: "C" },
      { field: "externalId", code: "taken", message: "D" },
    ],
  });
  const { at, rest } = placed(refusal, ["budget", "evidence", "cycle"]);
  expect(Object.keys(at)).toEqual(["budget", "evidence", "cycle"]);
  expect(rest.map((error) => error.message)).toEqual(["D"]);
});
