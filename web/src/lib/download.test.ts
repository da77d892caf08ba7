import { expect, test } from "vitest";
import { nameIn } from "./download";

test("a file keeps the name that the server gave it, in any script", () => {
  expect(nameIn("attachment; filename=\"=?UTF-8?Q?x?=\"; filename*=UTF-8''%E6%8B%9C%E8%AE%BF%202026.xlsx")).toBe(
    "拜访 2026.xlsx",
  );
  expect(nameIn('attachment; filename="visits.csv"')).toBe("visits.csv");
  expect(nameIn(null)).toBe("download");
});
