import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, InputNumber, Segmented, Select } from "antd";
import { useId } from "react";
import { useNavigate } from "react-router";
import { api } from "@/lib/api";
import { useWrite } from "@/lib/write";
import { usePhone } from "@/ui/media";
import { useProblemText } from "@/ui/states";
import { MappingTable } from "./mapping-table";
import { beginOf, type Import, importQuery, type Mode } from "./transfer";
import styles from "./transfer.module.css";
import { transferTexts } from "./transfer-texts";

type Change = Partial<{
  sheet: number;
  headerRow: number;
  /** Empty: left out. */
  mapping: string[];
  match: string;
  mode: Mode;
  emptyClears: boolean;
}>;

/** Which column fills which field, and what happens to rows that exist already. */
export function MapStep({ one, onChecked }: { one: Import; onChecked: () => void }) {
  const t = transferTexts.use();
  const say = useProblemText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { id } = one.transfer;
  const keep = (next: Import) => client.setQueryData(importQuery(id).queryKey, next);
  const change = useWrite({
    run: (change: Change) => api.patch<Import>(`/imports/${id}`, change),
    onDone: keep,
    onRefused: (problem) => message.error(problem.errors.map((error) => error.message).join(" ") || say(problem)),
  });
  const check = useWrite({
    run: async () => {
      await api.post(`/imports/${id}:check`);
      return api.get<Import>(`/imports/${id}`);
    },
    onDone: (next) => {
      keep(next);
      onChecked();
    },
    onRefused: (problem) => message.error(problem.errors.map((error) => error.message).join(" ") || say(problem)),
  });
  const mapped = new Set(one.columns.map((column) => column.field));
  const missing = one.fields.filter((field) => field.required && one.match === null && !mapped.has(field.key));
  const fills = one.fields.some((field) => field.proper && mapped.has(field.key));
  return (
    <>
      <section className={`${styles.part} card`}>
        <p>{t("mapHint", { n: one.transfer.total })}</p>
        <Reading one={one} onChange={change.mutate} />
        <MappingTable
          one={one}
          onMap={(index, field) =>
            change.mutate({
              mapping: one.columns.map(
                (column) => (column.index === index ? field : column.field === field ? null : column.field) ?? "",
              ),
            })
          }
        />
        {!fills ? (
          <p className={styles.wrong}>{t("noneMapped")}</p>
        ) : (
          missing.length > 0 && (
            <p className={styles.wrong}>{t("missing", { names: missing.map((field) => field.name).join("、") })}</p>
          )
        )}
      </section>
      <Known one={one} onChange={change.mutate} />
      <div className={styles.buttons}>
        <Button
          type="primary"
          loading={check.isPending}
          disabled={!fills || missing.length > 0 || change.isPending}
          onClick={() => check.mutate()}
        >
          {t("preview")}
        </Button>
        <Button onClick={() => navigate(beginOf(one.transfer))}>{t("otherFile")}</Button>
      </div>
    </>
  );
}

function Reading({ one, onChange }: { one: Import; onChange: (change: Change) => void }) {
  const t = transferTexts.use();
  const sheet = useId();
  const row = useId();
  return (
    <div className={styles.settings}>
      {one.sheets.length > 1 && (
        <label htmlFor={sheet}>
          {t("sheet")}
          <Select
            id={sheet}
            value={one.sheet}
            onChange={(next) => onChange({ sheet: next })}
            options={one.sheets.map((label, value) => ({ value, label }))}
          />
        </label>
      )}
      <label htmlFor={row}>
        {t("headerRow")}
        <InputNumber
          id={row}
          min={1}
          max={1000}
          precision={0}
          value={one.headerRow}
          onChange={(next) => next && next !== one.headerRow && onChange({ headerRow: next })}
        />
      </label>
    </div>
  );
}

const MODES = ["upsert", "create", "update"] as const;

function Known({ one, onChange }: { one: Import; onChange: (change: Change) => void }) {
  const t = transferTexts.use();
  const phone = usePhone();
  const match = useId();
  const mapped = new Set(one.columns.map((column) => column.field));
  const keys = one.fields.filter((field) => field.matches && mapped.has(field.key));
  return (
    <section className={`${styles.part} card`}>
      <h2>{t("matchTitle")}</h2>
      {keys.length === 0 ? (
        <p className="t13 c2">{t("noMatchHint")}</p>
      ) : (
        <div className={styles.settings}>
          <label htmlFor={match}>
            {t("match")}
            <Select
              id={match}
              value={one.match ?? ""}
              onChange={(next) => onChange(next ? { match: next } : { match: next, mode: "upsert" })}
              options={[
                ...keys.map((field) => ({ value: field.key, label: field.name })),
                { value: "", label: t("noMatch") },
              ]}
            />
          </label>
          {one.match && (
            <Segmented<Mode>
              aria-label={t("mode")}
              vertical={phone}
              value={one.mode}
              onChange={(mode) => onChange({ mode })}
              options={MODES.map((value) => ({ value, label: t(value) }))}
            />
          )}
          {one.match && one.mode !== "create" && (
            <Checkbox checked={one.emptyClears} onChange={(event) => onChange({ emptyClears: event.target.checked })}>
              {t("emptyClears")}
            </Checkbox>
          )}
        </div>
      )}
    </section>
  );
}
