import { useQuery } from "@tanstack/react-query";
import { Hourglass, Lock } from "lucide-react";
import { useEffect, useState } from "react";
import { useDates } from "@/lib/dates";
import { meQuery, useMe } from "@/lib/me";
import { identityTexts } from "./identity-texts";
import { trialLeft } from "./trial-left";
import styles from "./trial-notice.module.css";

const minute = 60_000;

/** The strip that counts a trial down, and afterwards says what still works and whom to ask. */
export function TrialNotice() {
  const { trialUntil } = useMe().tenant;
  return trialUntil ? <Strip until={trialUntil} /> : null;
}

function Strip({ until }: { until: string }) {
  const t = identityTexts.use();
  const when = useDates();
  const { contact } = useMe().tenant;
  const left = trialLeft(until, useNow(), when.timeZone);
  // An operator may extend or convert it at any time.
  useQuery({ ...meQuery, refetchInterval: minute });
  if (left.kind === "over")
    return (
      <p className={`${styles.strip} ${styles.over}`} role="status">
        <Lock size={14} aria-hidden="true" />
        <span>
          {t("trialOver")}
          {contact ? <a href={`mailto:${contact}`}>{t("trialAsk", { contact })}</a> : t("trialAskOperator")}
        </span>
      </p>
    );
  return (
    <p className={`${styles.strip} ${left.kind === "days" ? "" : styles.last}`}>
      <Hourglass size={14} aria-hidden="true" />
      <span>
        {left.kind === "days"
          ? t("trialLeft", { n: left.n, day: when.day(new Date(Date.parse(until) - 1)) })
          : left.kind === "hours"
            ? t("trialHours", { n: left.n })
            : t("trialSoon")}
      </span>
      <span className={styles.then}>{t("trialThen")}</span>
    </p>
  );
}

/** The time, told again each minute. */
function useNow() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}
