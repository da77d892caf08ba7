import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { FileSpreadsheet, FileText } from "lucide-react";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { address } from "@/lib/api";
import { download } from "@/lib/download";
import { asProblem, type Problem } from "@/lib/problem";
import { tableQuery } from "@/lib/tables";
import { sendFile } from "@/lib/upload";
import { useWrite } from "@/lib/write";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { useProblemText } from "@/ui/states";
import { DropZone } from "./drop-zone";
import { ImportSteps } from "./steps";
import { type Import, importPath, templatePath } from "./transfer";
import styles from "./transfer.module.css";
import { transferTexts } from "./transfer-texts";

/** The first step of an import: a template to fill in, a file to send. */
export default function NewImportPage() {
  const t = transferTexts.use();
  const { target = "table", key } = useParams();
  const table = useQuery({ ...tableQuery(key ?? ""), enabled: target === "table" && key !== undefined });
  const thing = { target, table: key };
  const name = target === "table" ? (table.data?.name ?? "") : t(target === "units" ? "units" : "people");
  const trail =
    target === "table"
      ? [{ label: name || t("importPlain"), to: `/tables/${key}` }]
      : [{ label: name, to: "/organisation" }];
  return (
    <Page head={<PageHead title={name ? t("importTitle", { name }) : t("importPlain")} trail={trail} />}>
      <div className={styles.wizard}>
        <ImportSteps at={0} />
        <TemplatePart thing={thing} />
        <UploadPart thing={thing} />
      </div>
    </Page>
  );
}

type Thing = { target: string; table: string | undefined };

function TemplatePart({ thing }: { thing: Thing }) {
  const t = transferTexts.use();
  const say = useProblemText();
  const { message } = App.useApp();
  const fetching = useWrite({
    run: (format: string) => download("GET", address(templatePath(thing), { format })),
    onRefused: (problem) => message.error(say(problem)),
  });
  return (
    <section className={`${styles.part} card`}>
      <h2>{t("templateTitle")}</h2>
      <p className="t13 c2">{t("templateHint")}</p>
      <div className={styles.buttons}>
        <Button icon={<FileSpreadsheet size={14} />} onClick={() => fetching.mutate("xlsx")}>
          {t("templateXlsx")}
        </Button>
        <Button type="text" icon={<FileText size={14} />} onClick={() => fetching.mutate("csv")}>
          {t("templateCsv")}
        </Button>
      </div>
    </section>
  );
}

function UploadPart({ thing }: { thing: Thing }) {
  const t = transferTexts.use();
  const say = useProblemText();
  const navigate = useNavigate();
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const take = async (file: File) => {
    setProblem(undefined);
    setShare(0);
    try {
      const begun = await sendFile<Import>(importPath(thing), file, {}, setShare);
      navigate(`/imports/${begun.transfer.id}`);
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setShare(undefined);
    }
  };
  return (
    <section className={`${styles.part} card`}>
      <h2>{t("uploadTitle")}</h2>
      <DropZone
        busy={
          share === undefined ? undefined : share < 1 ? t("uploading", { n: Math.round(share * 100) }) : t("reading")
        }
        onFile={take}
      />
      {problem && (
        <p className={styles.wrong} role="alert">
          {problem.errors.map((error) => error.message).join(" ") || say(problem)}
        </p>
      )}
    </section>
  );
}
