import { expect, test } from "vitest";
import { readable } from "./phone-number";

test.each([
  ["+8613800138000", "138 0013 8000"],
  ["+8631187654321", "031187654321"],
  ["+8631187654321;ext=12", "031187654321 · 12"],
  ["+442079460958", "+442079460958"],
])("%s is shown as %s", (number, shown) => {
  expect(readable(number)).toBe(shown);
});
