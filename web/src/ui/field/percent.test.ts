import { kindOf } from "@/ui/field/kinds";
import { shifted } from "@/ui/field/kinds/percent";

it("moves the point of a percentage without rounding", () => {
  expect(shifted("0.125", 2)).toBe("12.5");
  expect(shifted("12.5", -2)).toBe("0.125");
  expect(shifted("0.29", 2)).toBe("29");
  expect(shifted("100", -2)).toBe("1");
  expect(shifted("0", 2)).toBe("0");
  expect(shifted("-0.5", 2)).toBe("-50");
  expect(shifted("3", -2)).toBe("0.03");
});

it("has a kind for each type of the model that can be made now", () => {
  const types =
    "text longText integer decimal money percent select multiSelect boolean date dateTime person unit webLink quality node object evidence email phone rating duration";
  for (const type of types.split(" ")) expect(kindOf(type).key).toBe(type);
});
