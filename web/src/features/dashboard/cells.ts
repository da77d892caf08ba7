import { type Band, type Cell, type Drill, drillsOf, type Health } from "./health-query";

/** What the drawer shows for a cell of the board; the address names it by `cell`. */
export interface Shown {
  kind: "completion" | "quality" | "evidence" | "proven" | "due";
  /** The name of the unit, node or period; nothing for a total. */
  name?: string;
  period?: string;
  band?: Band | "MISSED";
  due?: "open" | "overdue" | "missed";
  cell?: Cell;
  drills: Drill[];
}

/** `unit:<id>`, `trend:<period>`, `node:<id>`, `node:<id>:MET`, `figure:completion`, `due:overdue` → what it stands for. */
export function cellBehind(health: Health, address: string): Shown | undefined {
  const [kind, id = "", band] = address.split(":");
  const { widgets } = health;
  switch (kind) {
    case "figure":
      return figure(widgets.figures?.[id as "completion"], id as "completion");
    case "unit":
      return counted(widgets.completion?.items.find((item) => item.keys.unit?.id === id));
    case "trend": {
      const cell = widgets.completion?.trend?.find((item) => item.keys.period === id);
      return cell && { ...counted(cell), kind: "completion", drills: drillsOf(cell.drill), period: id };
    }
    case "node":
      return rated(
        widgets.quality?.items.find((item) => item.keys.node?.id === id),
        band as Shown["band"],
      );
    case "due": {
      const drill = widgets.due?.drill?.[id as "open"];
      return drill && { kind: "due", due: id as "open", drills: [drill] };
    }
    default:
      return undefined;
  }
}

function figure(cell: Cell | undefined, kind: "completion" | "quality" | "evidence" | "proven"): Shown | undefined {
  return cell && { kind, cell, drills: drillsOf(cell.drill) };
}

function counted(cell: Cell | undefined): Shown | undefined {
  if (!cell) return undefined;
  const name = cell.keys.unit?.name;
  return { kind: "completion", cell, drills: drillsOf(cell.drill), ...(name ? { name } : {}) };
}

function rated(cell: Cell | undefined, band: Shown["band"]): Shown | undefined {
  if (!cell) return undefined;
  const drills = drillsOf(band ? cell.drills?.[band] : cell.drill);
  const name = cell.keys.node?.name;
  return { kind: "quality", cell, drills, ...(name ? { name } : {}), ...(band ? { band } : {}) };
}
