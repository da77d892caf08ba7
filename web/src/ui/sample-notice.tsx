import { useQuery } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { Link } from "react-router";
import { appsQuery, hasSample } from "@/lib/apps";
import { useMay } from "@/lib/me";
import styles from "@/ui/sample-notice.module.css";
import { uiTexts } from "@/ui/ui-texts";

/** Says on a page of figures that invented people are counted in, and where they can be taken out. */
export function SampleNotice() {
  const t = uiTexts.use();
  const may = useMay();
  const apps = useQuery({ ...appsQuery, enabled: may("model.write") });
  if (!apps.data?.some(hasSample)) return null;
  return (
    <p className={`${styles.notice} t13`}>
      <FlaskConical size={14} aria-hidden="true" />
      <span>{t("sampleIn")}</span>
      <Link to="/apps">{t("sampleOut")}</Link>
    </p>
  );
}
