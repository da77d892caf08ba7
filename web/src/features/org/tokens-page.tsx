import { useQuery } from "@tanstack/react-query";
import { App, Button, Popconfirm, Table, type TableColumnsType } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import type { Permission, Ref } from "@/lib/me";
import { useWrite } from "@/lib/write";
import { Chip } from "@/ui/chip";
import { useTableSize } from "@/ui/density";
import { usePhone } from "@/ui/media";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { Empty, Load, useProblemText } from "@/ui/states";
import { NewTokenPanel } from "./new-token-panel";
import { orgTexts } from "./org-texts";

/** A key for another system; its secret is known only at the moment it is made. */
export interface Token {
  id: string;
  name: string;
  scopes: Permission[];
  unit?: Ref | null;
  createdAt: string;
  createdBy?: Ref | null;
  expiresAt: string;
  lastUsedAt?: string | null;
}

export default function TokensPage() {
  const t = orgTexts.use();
  const [isOpen, setOpen] = useState(false);
  const tokens = useQuery({ queryKey: ["tokens"], queryFn: ({ signal }) => api.all<Token>("/tokens", {}, signal) });
  const create = (
    <Button type="primary" icon={<Plus size={16} />} onClick={() => setOpen(true)}>
      {t("newToken")}
    </Button>
  );
  const documents = (
    <a href="/api/docs/" target="_blank" rel="noreferrer">
      {t("apiDocs")}
    </a>
  );
  const isEmpty = tokens.data?.length === 0;
  return (
    <Page
      head={
        <PageHead
          title={t("tokensTitle")}
          note={t("tokensNote")}
          actions={
            !isEmpty && (
              <>
                {documents}
                {!isOpen && create}
              </>
            )
          }
        />
      }
      panel={isOpen && <NewTokenPanel onClose={() => setOpen(false)} />}
    >
      <div className="card" style={{ overflow: "hidden" }}>
        <Load query={tokens} what={t("tokensTitle")}>
          {(items) =>
            items.length === 0 ? (
              <Empty
                title={t("noTokens")}
                actions={
                  <>
                    {!isOpen && create}
                    {documents}
                  </>
                }
              >
                {t("noTokensHint")}
              </Empty>
            ) : (
              <TokenTable items={items} />
            )
          }
        </Load>
      </div>
    </Page>
  );
}

function TokenTable({ items }: { items: Token[] }) {
  const t = orgTexts.use();
  const when = useDates();
  const phone = usePhone();
  const size = useTableSize();
  const columns: TableColumnsType<Token> = [
    { title: t("tokenName"), dataIndex: "name", ...(phone ? {} : { width: 170 }), ellipsis: true },
    ...(phone
      ? []
      : ([
          {
            title: t("scopes"),
            key: "scopes",
            ellipsis: true,
            render: (_, { scopes, unit }) => {
              const words = scopes.map((scope) => t(scope)).join(" · ");
              return <span title={words}>{unit ? `${unit.name} · ${words}` : words}</span>;
            },
          },
          { title: t("created"), key: "created", width: 130, render: (_, token) => when.moment(token.createdAt) },
          {
            title: t("lastUsed"),
            key: "used",
            width: 130,
            render: (_, { lastUsedAt }) =>
              lastUsedAt ? when.moment(lastUsedAt) : <span className="c3">{t("neverUsed")}</span>,
          },
        ] satisfies TableColumnsType<Token>)),
    {
      title: t("expiresOn"),
      key: "expires",
      width: phone ? 120 : 150,
      render: (_, { expiresAt }) =>
        new Date(expiresAt) < new Date() ? <Chip look="outline">{t("expired")}</Chip> : when.date(expiresAt),
    },
    {
      title: <span className="unseen">{t("revoke")}</span>,
      key: "revoke",
      width: phone ? 76 : 90,
      align: "right",
      render: (_, token) => <Revoke token={token} />,
    },
  ];
  return (
    <Table<Token>
      size={size}
      rowKey="id"
      columns={columns}
      dataSource={items}
      pagination={false}
      {...(phone ? {} : { scroll: { x: 760 } })}
    />
  );
}

function Revoke({ token }: { token: Token }) {
  const t = orgTexts.use();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const revoke = useWrite({
    run: (id: string, key) => api.remove(`/tokens/${id}`, { key }),
    refresh: [["tokens"]],
    onDone: () => message.info(t("revokedDone")),
    onRefused: (problem) => message.error(problemText(problem)),
  });
  return (
    <Popconfirm
      title={t("revokeAsk", { name: token.name })}
      description={t("revokeHint")}
      okText={t("revokeNamed", { name: token.name })}
      okButtonProps={{ danger: true }}
      cancelText={t("cancel")}
      icon={null}
      onConfirm={() => revoke.mutateAsync(token.id).catch(() => undefined)}
    >
      <Button type="text" size="small" danger aria-label={t("revokeNamed", { name: token.name })}>
        {t("revoke")}
      </Button>
    </Popconfirm>
  );
}
