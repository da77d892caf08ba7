import { useQuery } from "@tanstack/react-query";
import { Button, Table, type TableColumnsType } from "antd";
import { Plus } from "lucide-react";
import { useSearchParams } from "react-router";
import { useMay } from "@/lib/me";
import { Chip } from "@/ui/chip";
import { useTableSize } from "@/ui/density";
import { usePhone } from "@/ui/media";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { useRoleName } from "@/ui/role-name";
import { Load } from "@/ui/states";
import { type Role, rolesQuery, scopeLabel } from "./org";
import { orgTexts } from "./org-texts";
import { RolePanel } from "./role-panel";

/** All roles, built in and own, with class, scope and how many rights; one of them open at the right. */
export default function RolesPage() {
  const t = orgTexts.use();
  const may = useMay();
  const phone = usePhone();
  const size = useTableSize();
  const roleName = useRoleName();
  const [search, setSearch] = useSearchParams();
  const roles = useQuery(rolesQuery);
  const open = search.get("role");
  const chosen = roles.data?.find((role) => role.key === open);
  const show = (role: string | undefined) => setSearch(role ? { role } : {}, { replace: true });
  const columns: TableColumnsType<Role> = [
    {
      title: t("roleName"),
      key: "name",
      render: (_, role) => (
        <Button type="link" size="small" style={{ padding: 0 }} onClick={() => show(role.key)}>
          {roleName(role)}
        </Button>
      ),
    },
    ...(phone
      ? []
      : ([
          {
            title: t("origin"),
            key: "origin",
            width: 110,
            render: (_, { builtIn }) => (
              <Chip look={builtIn ? "plain" : "outline"}>{t(builtIn ? "builtIn" : "own")}</Chip>
            ),
          },
          { title: t("class"), key: "class", width: 200, render: (_, role) => t(role.class) },
        ] satisfies TableColumnsType<Role>)),
    { title: t("scope"), key: "scope", width: 150, render: (_, role) => t(scopeLabel[role.scope]) },
    {
      title: t("rights"),
      key: "rights",
      width: 110,
      align: "right",
      render: (_, role) => t("rightsCount", { n: role.permissions.length }),
    },
  ];
  return (
    <Page
      head={
        <PageHead
          title={t("rolesTitle")}
          note={roles.data && t("rolesNote", { n: roles.data.length })}
          actions={
            may("roles.write") &&
            open !== "+" && (
              <Button type={chosen ? "default" : "primary"} icon={<Plus size={16} />} onClick={() => show("+")}>
                {t("newRole")}
              </Button>
            )
          }
        />
      }
      panel={
        open === "+" ? (
          <RolePanel key="+" onClose={() => show(undefined)} />
        ) : chosen ? (
          <RolePanel key={chosen.id} role={chosen} onClose={() => show(undefined)} />
        ) : null
      }
    >
      <div className="card" style={{ overflow: "hidden" }}>
        <Load query={roles} what={t("rolesTitle")}>
          {(items) => (
            <Table<Role>
              size={size}
              rowKey="id"
              columns={columns}
              dataSource={items}
              pagination={false}
              rowClassName={(role) => (role.key === open ? "ant-table-row-selected" : "")}
              onRow={(role) => ({ onClick: () => show(role.key), style: { cursor: "pointer" } })}
            />
          )}
        </Load>
      </div>
    </Page>
  );
}
