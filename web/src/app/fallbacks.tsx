import { Button } from "antd";
import { Link, useRouteError } from "react-router";
import { appTexts } from "@/app/app-texts";
import { Empty } from "@/ui/states";

export function NotFound() {
  const t = appTexts.use();
  return (
    <Empty page title={t("notFound")} actions={<Link to="/">{t("home")}</Link>}>
      {t("notFoundHint")}
    </Empty>
  );
}

/** A fault of ours in one page; a chunk that a new release removed also ends here, and opening again mends it. */
export function Broken() {
  const t = appTexts.use();
  const thrown = useRouteError();
  return (
    <div role="alert">
      <Empty
        page
        title={t("broken")}
        actions={
          <Button type="primary" onClick={() => window.location.reload()}>
            {t("reload")}
          </Button>
        }
      >
        {t("brokenHint")}
        <br />
        <span className="t12 c3">{thrown instanceof Error ? thrown.message : String(thrown)}</span>
      </Empty>
    </div>
  );
}
