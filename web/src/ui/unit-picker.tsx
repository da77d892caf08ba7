import { useQuery } from "@tanstack/react-query";
import { TreeSelect } from "antd";
import { useMemo } from "react";
import { type UnitNode, unitsQuery, unitTree } from "@/lib/people";
import { uiTexts } from "@/ui/ui-texts";

interface UnitPickerProps {
  /** A unit's id. */
  value?: string | undefined;
  onChange?: (id: string | undefined) => void;
  id?: string;
  placeholder?: string;
  allowClear?: boolean;
  disabled?: boolean;
  /** Units that can't be chosen, with all below them (a unit can't move under itself). */
  without?: string;
  label?: string;
  variant?: "outlined" | "borderless" | "filled";
  className?: string;
  /** What is chosen, said inside the control: 范围. */
  prefix?: string;
}

interface Choice {
  value: string;
  title: string;
  search: string;
  disabled: boolean;
  children: Choice[];
}

/** One unit out of the tree, found by name or code. Works as a field of an antd form. */
export function UnitPicker({
  value,
  onChange,
  id,
  placeholder,
  allowClear,
  disabled,
  without,
  label,
  ...rest
}: UnitPickerProps) {
  const t = uiTexts.use();
  const units = useQuery(unitsQuery);
  const choices = useUnitChoices(without);
  return (
    <TreeSelect
      // The default expansion is read once, so it has to wait for the units.
      key={units.data ? "read" : "waiting"}
      {...(id ? { id } : {})}
      {...rest}
      aria-label={label ?? t("unit")}
      value={value}
      onChange={(next: string | undefined) => onChange?.(next)}
      treeData={choices}
      loading={units.isLoading}
      disabled={disabled ?? false}
      allowClear={allowClear ?? false}
      placeholder={placeholder ?? t("unit")}
      showSearch={{ filterTreeNode: findsUnit }}
      treeDefaultExpandAll={(units.data?.length ?? 0) < 60}
      treeDefaultExpandedKeys={choices.map((one) => one.value)}
      popupMatchSelectWidth={320}
      notFoundContent={t("none")}
      style={{ width: "100%", ...(rest.className ? { width: undefined } : {}) }}
    />
  );
}

/** The tree as a control shows it; `without` and all below it can't be chosen. */
export function useUnitChoices(without?: string): Choice[] {
  const units = useQuery(unitsQuery).data;
  return useMemo(() => {
    const choice = (node: UnitNode, off: boolean): Choice => {
      const disabled = off || node.id === without;
      return {
        value: node.id,
        title: node.name,
        search: `${node.name} ${node.code}`.toLowerCase(),
        disabled,
        children: node.children.map((child) => choice(child, disabled)),
      };
    };
    return unitTree(units ?? []).map((node) => choice(node, false));
  }, [units, without]);
}

/** By name or code. */
export const findsUnit = (typed: string, node: unknown) => (node as Choice).search.includes(typed.trim().toLowerCase());
