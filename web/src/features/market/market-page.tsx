import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { FileUp, Package, Search } from "lucide-react";
import { useState } from "react";
import { appsQuery } from "@/lib/apps";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { Empty, Load } from "@/ui/states";
import { ExportDialog } from "./export-dialog";
import { ImportDialog } from "./import-dialog";
import { InstallDialog } from "./install-dialog";
import { InstalledApps } from "./installed-apps";
import { type Template, templatesQuery } from "./market";
import styles from "./market.module.css";
import { marketTexts } from "./market-texts";
import { TemplateCard } from "./template-card";

/** 应用模板: what can be installed, what is, and how an app goes from one company to another. */
export default function MarketPage() {
  const t = marketTexts.use();
  const templates = useQuery(templatesQuery());
  const apps = useQuery(appsQuery);
  const [words, setWords] = useState("");
  const [installing, setInstalling] = useState<Template>();
  const [open, setOpen] = useState<"import" | "export">();
  return (
    <Page
      head={
        <PageHead
          title={t("title")}
          note={t("hint")}
          actions={
            <>
              <Button icon={<Package size={14} />} onClick={() => setOpen("export")}>
                {t("exportTables")}
              </Button>
              <Button icon={<FileUp size={14} />} onClick={() => setOpen("import")}>
                {t("import")}
              </Button>
            </>
          }
        />
      }
    >
      <div className={styles.page}>
        {apps.data && apps.data.length > 0 && <InstalledApps apps={apps.data} />}
        <Input
          className={styles.search ?? ""}
          prefix={<Search size={14} aria-hidden="true" />}
          allowClear
          aria-label={t("search")}
          placeholder={t("search")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Load query={templates} what={t("title")} skeleton={<CardSkeleton />}>
          {(all) => <Catalogue templates={all} words={words.trim()} onInstall={setInstalling} />}
        </Load>
      </div>
      {installing && <InstallDialog template={installing} onClose={() => setInstalling(undefined)} />}
      {open === "import" && <ImportDialog onClose={() => setOpen(undefined)} />}
      {open === "export" && <ExportDialog onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function CardSkeleton() {
  return (
    <div className={styles.cards}>
      {[1, 2, 3].map((one) => (
        <i key={one} className={styles.blank} />
      ))}
    </div>
  );
}

interface CatalogueProps {
  templates: Template[];
  words: string;
  onInstall: (template: Template) => void;
}

/** The templates that the words are found in, under the name of their collection. */
function Catalogue({ templates, words, onInstall }: CatalogueProps) {
  const t = marketTexts.use();
  const found = templates.filter((one) =>
    [one.collection, one.name, one.description, ...one.brings.nodes].some((text) =>
      text.toLowerCase().includes(words.toLowerCase()),
    ),
  );
  if (found.length === 0) return <Empty title={t("noTemplate", { words })}>{t("noTemplateHint")}</Empty>;
  const collections = [...new Set(found.map((one) => one.collection))];
  return collections.map((collection) => (
    <section key={collection} className={styles.collection} aria-label={collection}>
      <h2>{collection}</h2>
      <div className={styles.cards}>
        {found
          .filter((one) => one.collection === collection)
          .map((one) => (
            <TemplateCard key={one.key} template={one} onInstall={() => onInstall(one)} />
          ))}
      </div>
    </section>
  ));
}
