import { App, Button, QRCode } from "antd";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWrite } from "@/lib/write";
import { CopyButton } from "@/ui/copy-button";
import { Part } from "@/ui/part";
import { useProblemText } from "@/ui/states";
import type { Person } from "./org";
import { orgTexts } from "./org-texts";
import styles from "./person-panel.module.css";

/** A one-time way in, by link or by a QR code drawn here: the link never leaves the browser. */
export function Invite({ person }: { person: Person }) {
  const t = orgTexts.use();
  const { message } = App.useApp();
  const when = useDates();
  const problemText = useProblemText();
  const invite = useWrite({
    run: (id: string, key) => api.post<{ url: string; expiresAt: string }>(`/people/${id}:invite`, {}, { key }),
    onRefused: (problem) => message.error(problemText(problem)),
  });
  const made = invite.data;
  return (
    <Part title={person.account ? t("inviteAgain") : t("invite")}>
      {made ? (
        <div className={styles.qr}>
          <div className={styles.paper} aria-hidden="true">
            <QRCode value={made.url} type="svg" size={136} bordered={false} color="#000000" bgColor="#ffffff" />
          </div>
          <div>
            <p>{t("scan", { name: person.name })}</p>
            <p className="t12 c3">{t("inviteUntil", { time: when.moment(made.expiresAt) })}</p>
            <p className={`${styles.link} t12 c2`}>{made.url}</p>
            <CopyButton text={made.url} label={t("copyLink")} />
          </div>
        </div>
      ) : (
        <>
          <p className="t13 c2" style={{ marginBottom: 8 }}>
            {t("inviteHint")}
          </p>
          <Button loading={invite.isPending} onClick={() => invite.mutate(person.id)}>
            {t("makeLink")}
          </Button>
        </>
      )}
    </Part>
  );
}
