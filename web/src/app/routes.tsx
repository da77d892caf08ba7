// How to add a feature `thing`:
//  1. Put its files into src/features/thing/: a page file with a default export, thing-texts.ts made by `texts(zh, en)`,
//     CSS as thing.module.css with the variables of ui/tokens.css. It may import @/lib, @/ui and its own files by "./", nothing else.
//  2. Add one line below to `inside` (signed in, in the shell), `alone` (signed in, no shell) or `outside` (anybody).
//  3. Add one line to menu.ts and its label to app-texts.ts, if it has a place in the menu or the phone's tab bar.
// Read with useQuery + api.get and show by <Load>; write with useWrite; refusals go through useFormProblem.
import type { ComponentType } from "react";
import { createBrowserRouter, type RouteObject } from "react-router";
import { Broken, NotFound } from "@/app/fallbacks";
import { Home, SignedIn, Workplace } from "@/app/workplace";

/** A page that is fetched when it is first opened. */
const page = (load: () => Promise<{ default: ComponentType }>) => ({
  lazy: async () => ({ Component: (await load()).default }),
});

const inside: RouteObject[] = [
  { path: "/todo", ...page(() => import("@/features/action/todo-page")) },
  { path: "/records", ...page(() => import("@/features/action/my-records-page")) },
  { path: "/expectations", ...page(() => import("@/features/action/expectations-page")) },
  { path: "/objects", ...page(() => import("@/features/action/objects-page")) },
  { path: "/scenes", ...page(() => import("@/features/action/scenes-page")) },
  { path: "/scenes/:key", ...page(() => import("@/features/action/scene-page")) },
  { path: "/start", ...page(() => import("@/features/market/start-page")) },
  { path: "/apps", ...page(() => import("@/features/market/market-page")) },
  { path: "/tables", ...page(() => import("@/features/table/tables-page")) },
  { path: "/tables/:key", ...page(() => import("@/features/table/table-page")) },
  { path: "/tables/:key/records/:id", ...page(() => import("@/features/table/record-page")) },
  { path: "/tables/:key/bin", ...page(() => import("@/features/table/bin-page")) },
  { path: "/mentions", ...page(() => import("@/features/table/mentions-page")) },
  { path: "/tables/:key/fields", ...page(() => import("@/features/table/designer-page")) },
  { path: "/transfers", ...page(() => import("@/features/transfer/transfers-page")) },
  { path: "/imports/new/:target/:key?", ...page(() => import("@/features/transfer/new-import-page")) },
  { path: "/imports/:id", ...page(() => import("@/features/transfer/import-page")) },
  { path: "/boards/health", ...page(() => import("@/features/dashboard/health-page")) },
  { path: "/menu", ...page(() => import("@/app/menu-page")) },
  { path: "/account", ...page(() => import("@/features/identity/account-page")) },
  { path: "/organisation", ...page(() => import("@/features/org/organisation-page")) },
  { path: "/roles", ...page(() => import("@/features/org/roles-page")) },
  { path: "/company", ...page(() => import("@/features/org/company-page")) },
  { path: "/tokens", ...page(() => import("@/features/org/tokens-page")) },
];

const alone: RouteObject[] = [{ path: "/record", ...page(() => import("@/features/action/record-page")) }];

const outside: RouteObject[] = [
  { path: "/sign-in", ...page(() => import("@/features/identity/sign-in-page")) },
  { path: "/setup/:token", ...page(() => import("@/features/identity/set-up-page")) },
  { path: "/trial", ...page(() => import("@/features/identity/trial-page")) },
  { path: "/trial/:token", ...page(() => import("@/features/identity/trial-link-page")) },
  { path: "/invite/:token", ...page(() => import("@/features/identity/invite-page")) },
];

export const routes: RouteObject[] = [
  {
    ErrorBoundary: Broken,
    HydrateFallback: () => null,
    children: [
      ...outside,
      {
        Component: SignedIn,
        children: [
          ...alone,
          {
            Component: Workplace,
            children: [
              {
                ErrorBoundary: Broken,
                children: [{ index: true, Component: Home }, ...inside, { path: "*", Component: NotFound }],
              },
            ],
          },
        ],
      },
    ],
  },
];

export const router = () => createBrowserRouter(routes);
