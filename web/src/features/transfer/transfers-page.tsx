import { useQuery } from "@tanstack/react-query";
import { App, Button, Popconfirm, Progress } from "antd";
import { Trash2 } from "lucide-react";
import { Link } from "react-router";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { download } from "@/lib/download";
import { useWrite } from "@/lib/write";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { Empty, Load, useProblemText } from "@/ui/states";
import { isBusy, type Transfer, transfersQuery } from "./transfer";
import styles from "./transfer.module.css";
import { transferTexts } from "./transfer-texts";

/** 导入导出: what this person has sent in and had made, the newest first. */
export default function TransfersPage() {
  const t = transferTexts.use();
  const transfers = useQuery(transfersQuery);
  return (
    <Page head={<PageHead title={t("transfers")} note={t("transfersNote")} />}>
      <div className="card" style={{ overflow: "hidden" }}>
        <Load query={transfers} what={t("transfers")}>
          {(items) =>
            items.length === 0 ? (
              <Empty title={t("none")} actions={<Link to="/tables">{t("openTables")}</Link>}>
                {t("noneHint")}
              </Empty>
            ) : (
              <ul className={styles.list}>
                {items.map((one) => (
                  <Row key={one.id} one={one} />
                ))}
              </ul>
            )
          }
        </Load>
      </div>
    </Page>
  );
}

function Row({ one }: { one: Transfer }) {
  const t = transferTexts.use();
  const when = useDates();
  const isImport = one.kind === "import";
  const name = isImport ? t("importOf", { name: one.name }) : t("exportOf", { name: one.name });
  return (
    <li>
      <div className={styles.what}>
        {isImport ? <Link to={`/imports/${one.id}`}>{name}</Link> : <span>{name}</span>}
        <span className="t12 c2">{one.fileName}</span>
      </div>
      <div className={styles.how}>
        <span>{t(one.state)}</span>
        <span className="t12 c2">{said(one, t)}</span>
        {isBusy(one) && (
          <Progress size="small" aria-label={name} percent={Math.floor((one.done / Math.max(1, one.total)) * 100)} />
        )}
      </div>
      <div className={styles.dates}>
        <span>{when.moment(one.createdAt)}</span>
        <span className="t12 c2">{t("until", { when: when.moment(one.expiresAt) })}</span>
      </div>
      <Acts one={one} />
    </li>
  );
}

function said(one: Transfer, t: ReturnType<typeof transferTexts.use>) {
  if (one.message) return one.message.message;
  if (isBusy(one)) return t("rowsDone", { done: one.done, total: one.total });
  if (one.kind === "import" && one.state !== "draft")
    return t("outcome", {
      created: one.created,
      updated: one.updated,
      unchanged: one.unchanged,
      wrong: one.wrong,
    });
  return t("rows", { n: one.total });
}

function Acts({ one }: { one: Transfer }) {
  const t = transferTexts.use();
  const say = useProblemText();
  const { message } = App.useApp();
  const fetching = useWrite({
    run: () => download("GET", one.resultUrl ?? ""),
    onRefused: (problem) => message.error(say(problem)),
  });
  const cancel = useWrite({
    run: () => api.post(`/jobs/${one.id}:cancel`),
    refresh: [["transfers"], ["imports", one.id]],
    onRefused: (problem) => message.error(say(problem)),
  });
  const remove = useWrite({
    run: () => api.remove(`/transfers/${one.id}`),
    refresh: [["transfers"]],
    onDone: () => message.info(t("removed")),
    onRefused: (problem) => message.error(say(problem)),
  });
  return (
    <div className={styles.acts}>
      {one.kind === "export" && one.state === "done" && (
        <Button size="small" loading={fetching.isPending} onClick={() => fetching.mutate()}>
          {t("download")}
        </Button>
      )}
      {isBusy(one) ? (
        <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {t("cancel")}
        </Button>
      ) : (
        <Popconfirm
          title={one.kind === "import" ? t("removeAsk") : t("removeExport")}
          okText={t("remove")}
          onConfirm={() => remove.mutate()}
        >
          <Button size="small" type="text" aria-label={`${t("remove")} ${one.fileName}`} icon={<Trash2 size={14} />} />
        </Popconfirm>
      )}
    </div>
  );
}
