import {
  ArrowDownUp,
  AtSign,
  Blocks,
  BriefcaseBusiness,
  Building2,
  ChartColumn,
  KeyRound,
  List,
  ListChecks,
  ListTodo,
  type LucideIcon,
  Network,
  Plus,
  ShieldCheck,
  SquareCheck,
  Table2,
  UserRound,
  Waypoints,
} from "lucide-react";
import type { appTexts } from "@/app/app-texts";
import { type Me, type Permission, useMe } from "@/lib/me";

type Label = Parameters<typeof appTexts.now>[0];

/** One page of the menu. Only pages that exist stand here; order in the list = order in the menu. */
export interface MenuItem {
  /** Where it stands in the menu; without it only in the phone's tab bar. */
  group?: "daily" | "improve" | "insight" | "build";
  to: string;
  icon: LucideIcon;
  label: Label;
  /** Shown only to those who hold this permission of GET /me, or of whom this is true. */
  may?: Permission | ((me: Me) => boolean);
  /** Also in the phone's tab bar. */
  tab?: true;
  /** The round button in the middle of the phone's tab bar; not in the menu. */
  act?: true;
}

/** Whoever sees only themselves has no use for the page of all people. */
const seesOthers = ({ permissions, scope }: Me) =>
  permissions.includes("people.read") && (scope.all || scope.unitCount > 0);

/** Whoever fills tables or keeps people by files; others reach theirs from where they began it. */
const importsOrExports = ({ permissions }: Me) =>
  permissions.includes("records.import") || permissions.includes("people.write");

export const menu: MenuItem[] = [
  { group: "daily", to: "/todo", icon: SquareCheck, label: "todo", may: ({ person }) => person !== null, tab: true },
  { group: "daily", to: "/records", icon: List, label: "records", may: ({ person }) => person !== null, tab: true },
  { group: "daily", to: "/mentions", icon: AtSign, label: "mentions", may: "records.read" },
  { to: "/record", icon: Plus, label: "record", may: "records.create", act: true },
  { group: "daily", to: "/expectations", icon: ListTodo, label: "expectations", may: "expectations.read" },
  { group: "insight", to: "/boards/health", icon: ChartColumn, label: "boards", may: "metrics.read" },
  { group: "build", to: "/start", icon: ListChecks, label: "start", may: "model.write" },
  { group: "build", to: "/apps", icon: Blocks, label: "apps", may: "model.write" },
  { group: "build", to: "/tables", icon: Table2, label: "tables", may: "model.read" },
  { group: "build", to: "/scenes", icon: Waypoints, label: "scenes", may: "model.read" },
  { group: "build", to: "/objects", icon: BriefcaseBusiness, label: "objects", may: "objects.read" },
  { group: "build", to: "/organisation", icon: Network, label: "organisation", may: seesOthers },
  { group: "build", to: "/transfers", icon: ArrowDownUp, label: "transfers", may: importsOrExports },
  { group: "build", to: "/roles", icon: ShieldCheck, label: "roles", may: "roles.write" },
  { group: "build", to: "/tokens", icon: KeyRound, label: "tokens", may: "tokens.write" },
  { group: "build", to: "/company", icon: Building2, label: "company", may: "tenant.write" },
  { to: "/account", icon: UserRound, label: "mine", tab: true },
];

export const groups = ["daily", "improve", "insight", "build"] as const;

/** The pages that this person may open. */
export function useMine() {
  const me = useMe();
  return menu.filter(({ may }) => !may || (typeof may === "function" ? may(me) : me.permissions.includes(may)));
}
