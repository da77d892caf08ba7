import { useQuery } from "@tanstack/react-query";
import { Dropdown } from "antd";
import { Building2, LayoutGrid } from "lucide-react";
import { Navigate, Outlet, useLocation, useNavigate } from "react-router";
import { appTexts } from "@/app/app-texts";
import { groups, type MenuItem, useMine } from "@/app/menu";
import styles from "@/app/workplace.module.css";
import { useSignOut } from "@/features/identity/sign-out";
import { TrialNotice } from "@/features/identity/trial-notice";
import { firstStepsQuery, isUnderWay, useSeen } from "@/features/market/first-steps";
import { meQuery, useMay, useMe } from "@/lib/me";
import { useUnread } from "@/lib/mentions";
import { Avatar } from "@/ui/avatar";
import { usePhone } from "@/ui/media";
import { Shell, type ShellItem } from "@/ui/shell";
import { Empty, Trouble, Waiting } from "@/ui/states";

/** The guard: nobody signed in → the sign-in page, and afterwards back to where they wanted to go. */
export function SignedIn() {
  const me = useQuery(meQuery);
  const { pathname, search } = useLocation();
  if (me.data) return <Outlet />;
  if (me.data === null) return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  return me.error ? <Trouble problem={me.error} onRetry={() => me.refetch()} /> : <Waiting />;
}

/** The shell with the pages that this person may open. */
export function Workplace() {
  const t = appTexts.use();
  const me = useMe();
  const mine = useMine();
  useSeen();
  const unread = useUnread();
  const shown = (item: MenuItem): ShellItem => ({
    to: item.to,
    icon: item.icon,
    label: t(item.label),
    count: item.to === "/mentions" ? unread : undefined,
  });
  // What the tab bar has no room for is one tap further.
  const hasMore = mine.some((item) => item.group && !item.tab && !item.act);
  const more: ShellItem = { to: "/menu", icon: LayoutGrid, label: t("more") };
  const act = mine.find((item) => item.act);
  return (
    <Shell
      groups={groups
        .map((group) => ({
          label: t(group),
          items: mine.filter((item) => item.group === group && !item.act).map(shown),
        }))
        .filter((group) => group.items.length > 0)}
      tabs={[...mine.filter((item) => item.tab).map(shown), ...(hasMore ? [more] : [])]}
      act={act && shown(act)}
      tools={<AccountMenu />}
      notice={<TrialNotice />}
      foot={
        <>
          <Building2 size={14} aria-hidden="true" />
          <span className="ell" title={me.tenant.name}>
            {me.tenant.name}
          </span>
        </>
      }
    />
  );
}

/** The start: the first steps while a new company takes them, else the first page of the menu; on a phone the first tab. */
export function Home() {
  const t = appTexts.use();
  const phone = usePhone();
  const mine = useMine();
  const may = useMay();
  const steps = useQuery({ ...firstStepsQuery, enabled: may("model.write") });
  const first = (phone ? mine.find((item) => item.tab) : undefined) ?? mine.find((item) => item.group && !item.act);
  if (steps.isLoading) return <Waiting />;
  if (steps.data && isUnderWay(steps.data)) return <Navigate to="/start" replace />;
  if (first) return <Navigate to={first.to} replace />;
  return (
    <Empty page title={t("nothingYet")}>
      {t("nothingYetHint")}
    </Empty>
  );
}

function AccountMenu() {
  const t = appTexts.use();
  const me = useMe();
  const go = useNavigate();
  const name = me.person?.name ?? me.account.name;
  const signOut = useSignOut();
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: [
          { key: "account", label: t("account"), onClick: () => go("/account") },
          { type: "divider" },
          { key: "out", label: t("signOut"), onClick: signOut },
        ],
      }}
    >
      <button type="button" className={styles.me} aria-label={name} title={name}>
        <Avatar name={name} large />
      </button>
    </Dropdown>
  );
}
