import { Button } from "antd";
import { Chip } from "@/ui/chip";
import type { PartList, Template } from "./market";
import styles from "./market.module.css";
import { marketTexts } from "./market-texts";

export const brought: PartList[] = ["tables", "nodes", "views", "roles", "objectTypes"];

/** A template: what it is for, its nodes as a way, what it brings. */
export function TemplateCard({ template, onInstall }: { template: Template; onInstall: () => void }) {
  const t = marketTexts.use();
  return (
    <article className={`card ${styles.card}`} aria-label={template.name}>
      <Way nodes={template.brings.nodes} />
      <div className={styles.cardBody}>
        <h3 className="t16">{template.name}</h3>
        <p className="c2">{template.description}</p>
        <p className="t13 c3">
          {brought
            .filter((list) => template.brings[list].length > 0)
            .map((list) => t(list, { n: template.brings[list].length }))
            .join(" · ")}
        </p>
      </div>
      <footer className={styles.cardFoot}>
        {template.installed ? (
          <Chip look="outline">{t("installed", { version: template.installed })}</Chip>
        ) : (
          <Button type="primary" aria-label={t("installNamed", { name: template.name })} onClick={onInstall}>
            {t("install")}
          </Button>
        )}
      </footer>
    </article>
  );
}

/** The picture of a template: its nodes as the stops of a line. */
function Way({ nodes }: { nodes: string[] }) {
  return (
    <ol className={styles.way}>
      {nodes.map((node) => (
        <li key={node}>
          <i aria-hidden="true" />
          <span>{node}</span>
        </li>
      ))}
    </ol>
  );
}
