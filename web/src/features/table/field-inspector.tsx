import { App, Button, Input, Select, Switch } from "antd";
import { useState } from "react";
import { api } from "@/lib/api";
import type { Problem } from "@/lib/problem";
import type { DataTable, Field, FieldConfig } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import { fieldTexts } from "@/ui/field/field-texts";
import { kindOf, sendable } from "@/ui/field/kinds";
import { FormProblem } from "@/ui/field-error";
import { SidePanel } from "@/ui/page";
import { useProblemText } from "@/ui/states";
import { useUndoOffer } from "@/ui/undo-offer";
import { CountedConfirm } from "./counted-confirm";
import { FieldRules, finishedRules } from "./field-rules";
import styles from "./table.module.css";
import { tableTexts } from "./table-texts";

/** Nobody can name beforehand what these will say. */
const withoutDefault = [
  "evidence",
  "node",
  "object",
  "person",
  "persons",
  "units",
  "role",
  "location",
  "attachment",
  "photo",
  "recording",
  "signature",
];

interface Props {
  table: DataTable;
  type: string;
  /** Left out for a field that is being added. */
  field?: Field;
  onClose: () => void;
}

/** What a field is called, means and accepts. */
export function FieldInspector({ table, field, type, onClose }: Props) {
  const t = tableTexts.use();
  const f = fieldTexts.use();
  const kind = kindOf(type);
  const { message } = App.useApp();
  const [name, setName] = useState(field?.name ?? "");
  const [required, setRequired] = useState(field?.required ?? false);
  const [role, setRole] = useState<string | null>(field?.role ?? null);
  const [config, setConfig] = useState<FieldConfig>(field?.config ?? kind.defaults?.(f) ?? {});
  const [problem, setProblem] = useState<Problem>();
  const offer = useUndoOffer();
  const problemText = useProblemText();
  const path = `/tables/${table.key}/fields`;
  const restore = useWrite({
    run: (key: string, id) => api.post(`${path}/${key}:restore`, undefined, { key: id }),
    refresh: [["tables"]],
    onRefused: (refused) => message.error(problemText(refused)),
  });
  const save = useWrite({
    run: (body: object, key) =>
      field ? api.patch<Field>(`${path}/${field.key}`, body, { key }) : api.post<Field>(path, body, { key }),
    refresh: [["tables"]],
    onDone: (stored) => {
      message.success(field ? t("fieldSaved") : t("fieldAdded", { name: stored?.name ?? name }));
      onClose();
    },
    onRefused: setProblem,
  });
  const remove = useWrite({
    run: (key: string, id) => api.remove(`${path}/${key}`, { key: id }),
    refresh: [["tables"]],
    onDone: (_, key) => {
      offer(`${table.key}.${key}`, t("fieldDeleted", { name }), () => restore.mutateAsync(key));
      onClose();
    },
    onRefused: setProblem,
  });
  const submit = () => {
    const standard = config.default;
    const whole = {
      ...tidy(finishedRules(config)),
      ...(standard === undefined || standard === null
        ? {}
        : sendable([{ key: "default", type }], { default: standard })),
    };
    save.mutate({ name: name.trim(), required, role, config: whole, ...(field ? {} : { type }) });
  };
  return (
    <SidePanel
      title={field ? field.name : f(kind.label)}
      note={field ? `${f(kind.label)} · ${t("typeFixed")}` : table.name}
      width={372}
      onClose={onClose}
      footer={
        <>
          <Button type="primary" loading={save.isPending} disabled={!name.trim()} onClick={submit}>
            {field ? t("saveField") : t("addThis")}
          </Button>
          <span className="sp" />
          {field && (
            <CountedConfirm
              table={table.key}
              title={(n) => t("deleteFieldAsk", { name: field.name, n })}
              okText={() => t("deleteField")}
              onConfirm={() => remove.mutate(field.key)}
            >
              <Button type="text" danger>
                {t("deleteField")}
              </Button>
            </CountedConfirm>
          )}
        </>
      }
    >
      <div className={styles.form}>
        <label htmlFor="field-name">
          <span className="t12 c2">{t("fieldName")}</span>
          <Input id="field-name" autoFocus={!field} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        {kind.roles && (
          <div className={styles.formPart}>
            <span className="t12 c2">{t("role")}</span>
            <Select
              aria-label={t("role")}
              value={role ?? ""}
              onChange={(next: string) => setRole(next || null)}
              options={[
                { value: "", label: t("noRole") },
                ...kind.roles.map((key) => ({
                  value: key,
                  label: f(`role_${key}` as "role_subject"),
                  disabled: table.fields.some((other) => other.role === key && other.key !== field?.key),
                })),
              ]}
            />
          </div>
        )}
        <div className={styles.switchRow}>
          <Switch checked={required} onChange={setRequired} aria-label={t("required")} />
          <span>{t("required")}</span>
          <span />
          <span className="t12 c2">{t("requiredHint")}</span>
        </div>
        {kind.unique && (
          <div className={styles.switchRow}>
            <Switch
              checked={config.unique === true}
              onChange={(unique) => setConfig({ ...config, unique })}
              aria-label={t("unique")}
            />
            <span>{t("unique")}</span>
            <span />
            <span className="t12 c2">{t("uniqueHint")}</span>
          </div>
        )}
        {kind.Config && <kind.Config config={config} onChange={setConfig} />}
        {!withoutDefault.includes(type) && !role && (
          <div className={styles.formPart}>
            <span className="t12 c2">{t("defaultValue")}</span>
            <kind.Editor
              field={{ id: "", key: "default", name: t("defaultValue"), type, required: false, config }}
              label={t("defaultValue")}
              value={config.default}
              onChange={(value) => setConfig({ ...config, default: value ?? undefined })}
            />
          </div>
        )}
        <FieldRules
          table={table.key}
          fields={table.fields.filter((other) => other.key !== field?.key)}
          config={config}
          alwaysShown={["subject", "node", "occurredAt"].includes(role ?? "")}
          onChange={setConfig}
        />
        <label htmlFor="field-help">
          <span className="t12 c2">{t("help")}</span>
          <Input
            id="field-help"
            value={config.help ?? ""}
            onChange={(event) => setConfig({ ...config, help: event.target.value || undefined } as FieldConfig)}
          />
        </label>
        <FormProblem refusal={{ problem, loose: problem?.errors ?? [] }} />
      </div>
    </SidePanel>
  );
}

/** Without what was emptied. */
const tidy = (config: FieldConfig) =>
  Object.fromEntries(
    Object.entries(config).filter(([, value]) => value !== undefined && value !== "" && value !== false),
  );
