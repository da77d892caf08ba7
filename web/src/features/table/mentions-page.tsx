import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { type Mention, useUnread } from "@/lib/mentions";
import { type DataTable, tablesQuery } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import { Avatar } from "@/ui/avatar";
import { Chip } from "@/ui/chip";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { Empty, Load } from "@/ui/states";
import { mentionsQuery } from "./comment-queries";
import { CommentWords } from "./comment-words";
import styles from "./record.module.css";
import { recordTexts } from "./record-texts";
import { longTitleOf } from "./record-title";

/** 提到我的: where others name me in comments, newest first. */
export default function MentionsPage() {
  const t = recordTexts.use();
  const unread = useUnread();
  const [only, setOnly] = useState<"all" | "unread">("all");
  const tables = useQuery(tablesQuery);
  const mentions = useInfiniteQuery(mentionsQuery(only === "unread"));
  const readAll = useWrite({
    run: (_: undefined, key) => api.post("/mentions:read", {}, { key }),
    refresh: [["mentions"]],
  });
  return (
    <Page
      head={
        <PageHead
          title={t("mentions")}
          actions={
            unread > 0 && (
              <Button loading={readAll.isPending} onClick={() => readAll.mutate(undefined)}>
                {t("readAll")}
              </Button>
            )
          }
        />
      }
    >
      <div className={styles.tools}>
        <Segmented<"all" | "unread">
          value={only}
          onChange={setOnly}
          options={[
            { value: "all", label: t("all") },
            { value: "unread", label: unread > 0 ? `${t("unread")} ${unread}` : t("unread") },
          ]}
        />
      </div>
      <Load query={mentions}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items);
          if (items.length === 0 && !mentions.hasNextPage)
            return <Empty title={t(only === "unread" ? "noUnread" : "noMentions")}>{t("mentionsHint")}</Empty>;
          return (
            <>
              <ul className={styles.mentions}>
                {items.map((mention) => (
                  <li key={mention.comment.id}>
                    <Row mention={mention} table={tables.data?.find((one) => one.key === mention.record.table)} />
                  </li>
                ))}
              </ul>
              {mentions.hasNextPage && (
                <p className={styles.tools}>
                  <Button loading={mentions.isFetchingNextPage} onClick={() => mentions.fetchNextPage()}>
                    {t("more")}
                  </Button>
                </p>
              )}
            </>
          );
        }}
      </Load>
    </Page>
  );
}

function Row({ mention: { comment, record, readAt }, table }: { mention: Mention; table: DataTable | undefined }) {
  const t = recordTexts.use();
  const { moment } = useDates();
  const client = useQueryClient();
  const name = comment.author?.name ?? t("system");
  const read = () => {
    if (readAt) return;
    api.post("/mentions:read", { comment: comment.id }).then(
      () => client.invalidateQueries({ queryKey: ["mentions"] }),
      () => undefined,
    );
  };
  return (
    <>
      <Avatar name={name} />
      <div>
        <p className="row">
          <Link to={`/tables/${record.table}/records/${record.id}?tab=comments`} onClick={read} className="w5">
            {t("mentioned", { name, title: table ? longTitleOf(record, table) : record.table })}
          </Link>
          {!readAt && <Chip look="outline">{t("newMark")}</Chip>}
        </p>
        <CommentWords comment={comment} />
        <p className="t12 c2">{moment(comment.createdAt)}</p>
      </div>
    </>
  );
}
