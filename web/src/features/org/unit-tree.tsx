import type { UseQueryResult } from "@tanstack/react-query";
import { Button, Input, Tree } from "antd";
import { Pencil, Search } from "lucide-react";
import { useMemo, useState } from "react";
import { type Unit, type UnitNode, unitTree } from "@/lib/people";
import { Load } from "@/ui/states";
import { useKindName } from "./kind-name";
import { orgTexts } from "./org-texts";
import styles from "./unit-tree.module.css";

interface UnitTreeProps {
  query: UseQueryResult<Unit[]>;
  /** A unit's code; none = everybody. */
  chosen: string | undefined;
  onChoose: (code: string | undefined) => void;
  onEdit?: ((code: string) => void) | undefined;
}

/** The tree of units with how many people each holds, itself and below. */
export function UnitTree({ query, ...rest }: UnitTreeProps) {
  const t = orgTexts.use();
  return (
    <section className={`${styles.tree} card`} aria-label={t("units")}>
      <Load query={query} what={t("units")}>
        {(units) => <Branches units={units} {...rest} />}
      </Load>
    </section>
  );
}

interface Row {
  key: string;
  unit: UnitNode;
  total: number;
  children: Row[];
}

function Branches({ units, chosen, onChoose, onEdit }: Omit<UnitTreeProps, "query"> & { units: Unit[] }) {
  const t = orgTexts.use();
  const kindName = useKindName();
  const [typed, setTyped] = useState("");
  const search = typed.trim().toLowerCase();
  const all = useMemo(() => unitTree(units).map(row), [units]);
  const rows = useMemo(() => (search ? matching(all, search) : all), [all, search]);
  // One top unit is the whole company: choosing it is choosing everybody.
  const whole = all.length === 1 ? all[0]?.key : undefined;
  const shown = chosen ?? whole;
  const [opened, setOpened] = useState<string[]>();
  const expanded = search ? keys(rows) : (opened ?? [...all.map((top) => top.key), ...above(units, chosen)]);
  return (
    <>
      <div className={styles.head}>
        <Input
          allowClear
          prefix={<Search size={14} aria-hidden="true" />}
          placeholder={t("searchUnits")}
          aria-label={t("searchUnits")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {!whole && (
        <button type="button" className={styles.all} aria-pressed={!chosen} onClick={() => onChoose(undefined)}>
          <span className="sp">{t("allUnits")}</span>
          <span className="t12 c3">{all.reduce((sum, top) => sum + top.total, 0).toLocaleString("en-US")}</span>
        </button>
      )}
      <div className={styles.body}>
        {rows.length === 0 && <p className={`${styles.none} c3 t13`}>{t("noUnits")}</p>}
        <Tree<Row>
          blockNode
          treeData={rows}
          selectedKeys={shown ? [shown] : []}
          expandedKeys={expanded}
          onExpand={(next) => setOpened(next.map(String))}
          onSelect={(_, { node }) => onChoose(node.key === whole ? undefined : node.key)}
          titleRender={({ unit, total }) => (
            <span className={styles.row}>
              <span className="ell" title={`${unit.name} ${unit.code}`}>
                {unit.name}
              </span>
              <span className={`${styles.kind} t12 c3`}>{kindName(unit.kind)}</span>
              <span className="sp" />
              {onEdit && unit.code === shown && (
                <Button
                  type="text"
                  size="small"
                  className={styles.edit ?? ""}
                  icon={<Pencil size={12} />}
                  aria-label={t("editNamed", { name: unit.name })}
                  onClick={(event) => {
                    event.stopPropagation();
                    onEdit(unit.code);
                  }}
                />
              )}
              <span className="t12 c3">{total.toLocaleString("en-US")}</span>
            </span>
          )}
        />
      </div>
    </>
  );
}

function row(unit: UnitNode): Row {
  const children = unit.children.map(row);
  return { key: unit.code, unit, children, total: children.reduce((sum, one) => sum + one.total, unit.people ?? 0) };
}

/** Rows that match, with all above them. */
function matching(rows: Row[], search: string): Row[] {
  return rows.flatMap((one) => {
    const children = matching(one.children, search);
    const hit = `${one.unit.name} ${one.unit.code}`.toLowerCase().includes(search);
    return hit || children.length > 0 ? [{ ...one, children }] : [];
  });
}

const keys = (rows: Row[]): string[] => rows.flatMap((one) => [one.key, ...keys(one.children)]);

/** The codes above a unit, so that the chosen one is in sight when the page opens. */
function above(units: Unit[], code: string | undefined): string[] {
  const parent = units.find((unit) => unit.code === code)?.parent?.code;
  return parent ? [parent, ...above(units, parent)] : [];
}
