import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import { useEffect, useState } from "react";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useMay, useMe } from "@/lib/me";
import { type RecordComment, useUnread } from "@/lib/mentions";
import { useWrite } from "@/lib/write";
import { Avatar } from "@/ui/avatar";
import { Load, useProblemText } from "@/ui/states";
import { CommentBox } from "./comment-box";
import { commentsQuery } from "./comment-queries";
import { CommentWords } from "./comment-words";
import styles from "./record.module.css";
import { recordTexts } from "./record-texts";

/** What people say about a record, the newest at the foot, where the next is written. */
export function Comments({ record }: { record: string }) {
  const t = recordTexts.use();
  const comments = useInfiniteQuery(commentsQuery(record));
  const add = useWrite({
    run: (text: string, key) => api.post<RecordComment>(`/records/${record}/comments`, { text }, { key }),
    refresh: [["record", record, "comments"]],
  });
  useRead(record);
  return (
    <div className={styles.comments}>
      <Load query={comments}>
        {(data) => {
          const said = data.pages.flatMap((page) => page.items).reverse();
          if (said.length === 0)
            return (
              <div>
                <p className="w5">{t("noComments")}</p>
                <p className="c2 t13">{t("noCommentsHint")}</p>
              </div>
            );
          return (
            <>
              {comments.hasNextPage && (
                <Button size="small" loading={comments.isFetchingNextPage} onClick={() => comments.fetchNextPage()}>
                  {t("olderComments")}
                </Button>
              )}
              <ol aria-label={t("comments")}>
                {said.map((comment) => (
                  <li key={comment.id}>
                    <Said comment={comment} />
                  </li>
                ))}
              </ol>
            </>
          );
        }}
      </Load>
      <CommentBox record={record} action={t("send")} onSend={add.mutateAsync} />
    </div>
  );
}

/** The name of the part, with how many there are. */
export function CommentsLabel({ record }: { record: string }) {
  const t = recordTexts.use();
  const n = useInfiniteQuery(commentsQuery(record)).data?.pages[0]?.total ?? 0;
  return <>{n > 0 ? t("commentsN", { n }) : t("comments")}</>;
}

/** Whoever looks at the comments of a record has read where it names them. */
function useRead(record: string) {
  const client = useQueryClient();
  const unread = useUnread();
  useEffect(() => {
    if (unread === 0) return;
    api.post("/mentions:read", { record }).then(
      () => client.invalidateQueries({ queryKey: ["mentions"] }),
      () => undefined,
    );
  }, [client, record, unread]);
}

function Said({ comment }: { comment: RecordComment }) {
  const t = recordTexts.use();
  const me = useMe();
  const may = useMay();
  const { moment } = useDates();
  const { message } = App.useApp();
  const text = useProblemText();
  const [editing, setEditing] = useState(false);
  const path = `/records/${comment.record}/comments/${comment.id}`;
  const refresh = [["record", comment.record, "comments"]];
  const change = useWrite({
    run: (words: string, key) => api.patch<RecordComment>(path, { text: words }, { key }),
    refresh,
    onDone: () => setEditing(false),
  });
  const remove = useWrite({
    run: (_: undefined, key) => api.remove(path, { key }),
    refresh,
    onDone: () => message.success(t("removed")),
    onRefused: (problem) => message.error(text(problem)),
  });
  const own = comment.author !== null && comment.author.id === me.person?.id;
  const name = comment.author?.name ?? t("system");
  return (
    <article className={styles.said} aria-label={name}>
      <Avatar name={name} />
      <div>
        <header className="row">
          <span className="w5 ell">{name}</span>
          <span className="t12 c2 nw">
            {moment(comment.createdAt)}
            {comment.editedAt && ` · ${t("edited")}`}
          </span>
          <span className="sp" />
          {own && !editing && (
            <Button size="small" type="text" onClick={() => setEditing(true)}>
              {t("edit")}
            </Button>
          )}
          {(own || may("records.delete")) && !editing && (
            <Popconfirm
              title={t("removeAsk")}
              okText={t("removeDo")}
              okButtonProps={{ danger: true }}
              onConfirm={() => remove.mutate(undefined)}
            >
              <Button size="small" type="text" loading={remove.isPending}>
                {t("remove")}
              </Button>
            </Popconfirm>
          )}
        </header>
        {editing ? (
          <CommentBox
            record={comment.record}
            initial={comment}
            action={t("keep")}
            onSend={change.mutateAsync}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <CommentWords comment={comment} />
        )}
      </div>
    </article>
  );
}
