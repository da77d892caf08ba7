import { useQuery } from "@tanstack/react-query";
import { App, Checkbox, Input, Modal, Select } from "antd";
import { useState } from "react";
import type { Problem } from "@/lib/problem";
import { tablesQuery } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import { FormProblem } from "@/ui/field-error";
import { download, exportApp } from "./market";
import styles from "./market.module.css";
import { marketTexts } from "./market-texts";

/** Any tables of one's own become an app in one file. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const t = marketTexts.use();
  const { message } = App.useApp();
  const tables = useQuery(tablesQuery);
  const [key, setKey] = useState("");
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const [samples, setSamples] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const isKey = /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/.test(key);
  const save = useWrite({
    run: () => exportApp(key, { name: name.trim(), tables: chosen, samples }),
    onDone: (file) => {
      download(`${key}.huoji-app.json`, file);
      message.info(t("exported", { name }));
      onClose();
    },
    onRefused: setProblem,
  });
  return (
    <Modal
      open
      title={t("exportTitle")}
      okText={t("exportDo")}
      cancelText={t("cancel")}
      okButtonProps={{ disabled: !isKey || !name.trim() || chosen.length === 0, loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className={styles.stack}>
        <p className="c2">{t("exportHint")}</p>
        <label htmlFor="export-tables">
          <span className="t13 c2">{t("whichTables")}</span>
          <Select
            id="export-tables"
            mode="multiple"
            className={styles.wide ?? ""}
            value={chosen}
            loading={tables.isLoading}
            optionFilterProp="label"
            options={(tables.data ?? []).map((table) => ({ value: table.key, label: table.name }))}
            onChange={setChosen}
          />
        </label>
        <label htmlFor="export-name">
          <span className="t13 c2">{t("appName")}</span>
          <Input id="export-name" value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </label>
        <label htmlFor="export-key">
          <span className="t13 c2">{t("appKey")}</span>
          <Input
            id="export-key"
            value={key}
            status={key && !isKey ? "error" : ""}
            onChange={(event) => setKey(event.target.value.trim())}
          />
          <span className="t12 c3">{t("appKeyHint")}</span>
        </label>
        <Checkbox checked={samples} onChange={(event) => setSamples(event.target.checked)}>
          {t("withRecords")}
        </Checkbox>
        <FormProblem refusal={{ problem, loose: problem?.errors ?? [] }} />
      </div>
    </Modal>
  );
}
