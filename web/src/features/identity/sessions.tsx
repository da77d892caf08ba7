import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { api, type Page } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWrite } from "@/lib/write";
import { Chip } from "@/ui/chip";
import { Load, useProblemText } from "@/ui/states";
import styles from "./account-page.module.css";
import { deviceOf } from "./device";
import { identityTexts } from "./identity-texts";

interface Session {
  id: string;
  /** The User-Agent, or a name that the server made of it. */
  device: string | null;
  address: string | null;
  createdAt: string;
  lastSeenAt: string;
  current: boolean;
}

/** The devices on which this account is signed in; each can be signed out. */
export function Sessions() {
  const t = identityTexts.use();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const sessions = useQuery({
    queryKey: ["sessions"],
    queryFn: async ({ signal }) => (await api.get<Page<Session>>("/sessions", {}, signal)).items,
  });
  const end = useWrite({
    run: (path: string, key) => api.remove(path, { key }),
    refresh: [["sessions"]],
    onDone: () => message.info(t("revoked")),
    onRefused: (problem) => message.error(problemText(problem)),
  });
  const others = sessions.data?.filter((session) => !session.current).length ?? 0;
  return (
    <section className={`${styles.section} card`}>
      <div className={styles.sessionHead}>
        <h2>{t("sessions")}</h2>
        <span className="t12 c3 sp">{t("sessionsHint")}</span>
        {others > 1 && (
          <Button size="small" loading={end.isPending} onClick={() => end.mutate("/sessions?others=true")}>
            {t("revokeOthers", { n: others })}
          </Button>
        )}
      </div>
      <Load query={sessions} what={t("sessions")}>
        {(items) => (
          <ul>
            {items.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                onEnd={() => end.mutate(`/sessions/${session.id}`)}
                isBusy={end.isPending}
              />
            ))}
          </ul>
        )}
      </Load>
    </section>
  );
}

function SessionRow({ session, onEnd, isBusy }: { session: Session; onEnd: () => void; isBusy: boolean }) {
  const t = identityTexts.use();
  const when = useDates();
  const { browser, system } = deviceOf(session.device ?? "");
  const device =
    browser && system
      ? t("browserOn", { browser, system })
      : (browser ?? system ?? session.device ?? t("unknownDevice"));
  return (
    <li className={styles.session}>
      <div>
        <p className="row">
          <span className="ell" title={session.device ?? ""}>
            {device}
          </span>
          {session.current && <Chip>{t("thisDevice")}</Chip>}
        </p>
        <p className="t12 c3">
          {[
            `${t("lastSeen")} ${when.moment(session.lastSeenAt)}`,
            `${t("since")} ${when.moment(session.createdAt)}`,
            session.address,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {!session.current && (
        <Button size="small" disabled={isBusy} aria-label={t("revokeOne", { device })} onClick={onEnd}>
          {t("revoke")}
        </Button>
      )}
    </li>
  );
}
