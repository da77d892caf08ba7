import { useQuery } from "@tanstack/react-query";
import { App, Checkbox, Modal, Upload } from "antd";
import { FileUp } from "lucide-react";
import { useState } from "react";
import { afterSample } from "@/lib/apps";
import type { Problem } from "@/lib/problem";
import { useWrite } from "@/lib/write";
import { FormProblem } from "@/ui/field-error";
import { Trouble, Waiting } from "@/ui/states";
import { DiffList } from "./diff-list";
import { importFile, install, previewFile, previewUpgrade } from "./market";
import styles from "./market.module.css";
import { marketTexts } from "./market-texts";

interface Props {
  /** Upgrade this template instead of reading a file. */
  template?: string;
  onClose: () => void;
}

/** A file (or a newer template) first says what it would do; only then it may do it. */
export function ImportDialog({ template, onClose }: Props) {
  const t = marketTexts.use();
  const { message } = App.useApp();
  const [file, setFile] = useState<{ name: string; content: unknown }>();
  const [wrong, setWrong] = useState("");
  const [rename, setRename] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const preview = useQuery({
    queryKey: ["import-preview", template ?? file?.content, rename],
    queryFn: () => (template ? previewUpgrade(template, rename) : previewFile(file?.content, rename)),
    enabled: template !== undefined || file !== undefined,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
  const bring = useWrite({
    run: (_: undefined, key) =>
      template ? install(template, false, key, rename) : importFile(file?.content, rename, key),
    refresh: afterSample,
    onDone: (diff) => {
      message.info(t("imported", { name: diff.name }));
      onClose();
    },
    onRefused: setProblem,
  });
  const read = async (chosen: File) => {
    setProblem(undefined);
    setRename(false);
    try {
      setFile({ name: chosen.name, content: JSON.parse(await chosen.text()) });
      setWrong("");
    } catch {
      setFile(undefined);
      setWrong(t("notJson", { name: chosen.name }));
    }
  };
  const conflicts = preview.data?.items.filter((item) => item.state === "conflict").length ?? 0;
  const isNothing =
    preview.data !== undefined &&
    preview.data.from === preview.data.to &&
    preview.data.items.every((item) => ["unchanged", "shared", "left", "kept"].includes(item.state));
  return (
    <Modal
      open
      width={640}
      title={template ? t("upgradeDo") : t("importTitle")}
      okText={template ? t("upgradeDo") : t("importDo")}
      cancelText={t("cancel")}
      okButtonProps={{
        disabled: !preview.data || conflicts > 0 || isNothing || preview.isFetching,
        loading: bring.isPending,
      }}
      onOk={() => bring.mutate(undefined)}
      onCancel={onClose}
    >
      <div className={styles.stack}>
        {!template && <FileChoice name={file?.name} onFile={read} />}
        {wrong && (
          <p role="alert" className={styles.wrong}>
            {wrong}
          </p>
        )}
        {preview.isLoading && <Waiting />}
        {preview.error && <Trouble problem={preview.error} />}
        {preview.data && !preview.error && (
          <>
            <DiffList diff={preview.data} isNothing={isNothing} />
            {(conflicts > 0 || rename) && (
              <Checkbox checked={rename} onChange={(event) => setRename(event.target.checked)}>
                {t("rename")}
                {conflicts > 0 && <span className={`${styles.under} t12 c3`}>{t("conflicts", { n: conflicts })}</span>}
              </Checkbox>
            )}
          </>
        )}
        <FormProblem refusal={{ problem, loose: problem?.errors ?? [] }} />
      </div>
    </Modal>
  );
}

function FileChoice({ name, onFile }: { name: string | undefined; onFile: (file: File) => void }) {
  const t = marketTexts.use();
  return (
    <Upload.Dragger
      accept=".json,application/json"
      showUploadList={false}
      beforeUpload={(file) => {
        onFile(file);
        return false;
      }}
    >
      <span className={styles.drop}>
        <FileUp size={20} aria-hidden="true" />
        <span>{name ?? t("chooseFile")}</span>
        <span className="t12 c3">{name ? t("otherFile") : t("chooseHint")}</span>
      </span>
    </Upload.Dragger>
  );
}
