import { useQuery } from "@tanstack/react-query";
import { App, Button, Input, Modal, Switch, Table } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { api } from "@/lib/api";
import { useMay } from "@/lib/me";
import type { Problem } from "@/lib/problem";
import { type DataTable, type Field, tablesQuery } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import { Chip } from "@/ui/chip";
import { fieldTexts } from "@/ui/field/field-texts";
import { kindOf } from "@/ui/field/kinds";
import { FormProblem } from "@/ui/field-error";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { Empty, Load, useProblemText } from "@/ui/states";
import { useUndoOffer } from "@/ui/undo-offer";
import { CountedConfirm } from "./counted-confirm";
import { recordCountQuery } from "./record-queries";
import styles from "./table.module.css";
import { tableTexts } from "./table-texts";

/** All tables of the company. */
export default function TablesPage() {
  const t = tableTexts.use();
  const may = useMay();
  const [making, setMaking] = useState(false);
  const tables = useQuery(tablesQuery);
  const make = may("model.write") && (
    <Button type="primary" icon={<Plus size={14} />} onClick={() => setMaking(true)}>
      {t("newTable")}
    </Button>
  );
  return (
    <Page head={<PageHead title={t("tables")} note={t("tablesHint")} actions={tables.data?.length !== 0 && make} />}>
      <Load query={tables} what={t("tables")}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t("noTables")} actions={make}>
              {t("noTablesHint")}
            </Empty>
          ) : (
            <TableList tables={all} />
          )
        }
      </Load>
      {making && <NewTable onClose={() => setMaking(false)} />}
    </Page>
  );
}

function TableList({ tables }: { tables: DataTable[] }) {
  const t = tableTexts.use();
  const may = useMay();
  const { message } = App.useApp();
  const offer = useUndoOffer();
  const problemText = useProblemText();
  const onRefused = (problem: Problem) => message.error(problemText(problem));
  const restore = useWrite({
    run: (key: string, id) => api.post(`/tables/${key}:restore`, undefined, { key: id }),
    refresh: [["tables"]],
    onRefused,
  });
  const remove = useWrite({
    run: (table: DataTable, key) => api.remove(`/tables/${table.key}`, { key }),
    refresh: [["tables"]],
    onDone: (_, table) => offer(table.key, t("deleted"), () => restore.mutateAsync(table.key)),
    onRefused,
  });
  return (
    <div className="card">
      <Table<DataTable>
        className={styles.list ?? ""}
        rowKey="id"
        dataSource={tables}
        pagination={false}
        scroll={{ x: 880 }}
        columns={[
          {
            title: t("name"),
            width: 240,
            render: (_, table) => (
              <span className="row">
                <Link to={`/tables/${table.key}`}>{table.name}</Link>
                {table.actionTable && <Chip>{t("actionTable")}</Chip>}
              </span>
            ),
          },
          { title: t("description"), dataIndex: "description", ellipsis: true, className: "c2" },
          {
            title: t("fields"),
            align: "right",
            width: 96,
            render: (_, table) => t("fieldsCount", { n: table.fields.length }),
          },
          ...(may("records.read")
            ? [
                {
                  title: t("records"),
                  align: "right" as const,
                  width: 128,
                  render: (_: unknown, table: DataTable) => <RecordCount table={table} />,
                },
              ]
            : []),
          ...(may("model.write")
            ? [
                {
                  title: "",
                  width: 224,
                  render: (_: unknown, table: DataTable) => (
                    <span className={styles.rowActions}>
                      <Link to={`/tables/${table.key}/fields`}>{t("design")}</Link>
                      <CountedConfirm
                        table={table.key}
                        title={(n) => t("deleteTableAsk", { name: table.name, n })}
                        okText={(n) => t("deleteTableDo", { n })}
                        onConfirm={() => remove.mutate(table)}
                      >
                        <Button type="text" size="small">
                          {t("deleteTable")}
                        </Button>
                      </CountedConfirm>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

function RecordCount({ table }: { table: DataTable }) {
  const t = tableTexts.use();
  const count = useQuery(recordCountQuery(table.key));
  return count.data === undefined ? null : t("recordsCount", { n: count.data });
}

/** The five fields that make a table an action table. */
function actionFields(t: ReturnType<typeof tableTexts.use>): Partial<Field>[] {
  const made = (name: string, type: string, role: string, required: boolean) => ({
    name,
    type,
    role,
    required,
    config: kindOf(type).defaults?.(fieldTexts.now) ?? {},
  });
  return [
    made(t("roleSubject"), "person", "subject", true),
    made(t("roleNode"), "node", "node", true),
    made(t("roleOccurredAt"), "dateTime", "occurredAt", true),
    made(t("roleQuality"), "quality", "quality", false),
    made(t("roleEvidence"), "evidence", "evidence", false),
  ];
}

function NewTable({ onClose }: { onClose: () => void }) {
  const t = tableTexts.use();
  const go = useNavigate();
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const [action, setAction] = useState(true);
  const [problem, setProblem] = useState<Problem>();
  const make = useWrite({
    run: (body: object, key) => api.post<DataTable>("/tables", body, { key }),
    refresh: [["tables"]],
    onDone: (table) => go(`/tables/${table.key}/fields`),
    onRefused: setProblem,
  });
  const submit = () => make.mutate({ name: name.trim(), description, fields: action ? actionFields(t) : [] });
  return (
    <Modal
      open
      title={t("newTable")}
      okText={t("create")}
      okButtonProps={{ disabled: !name.trim(), htmlType: "submit", form: "new-table" }}
      confirmLoading={make.isPending}
      onCancel={onClose}
      width={480}
    >
      <form
        id="new-table"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label htmlFor="new-table-name">
          <span className="t13 c2">{t("tableName")}</span>
          <Input
            id="new-table-name"
            autoFocus
            value={name}
            placeholder={t("tableNameHint")}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <label htmlFor="new-table-description">
          <span className="t13 c2">{t("description")}</span>
          <Input
            id="new-table-description"
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </label>
        <div className={styles.switchRow}>
          <Switch checked={action} onChange={setAction} aria-label={t("makeAction")} />
          <span>{t("makeAction")}</span>
          <span />
          <span className="t12 c2">{t("makeActionHint")}</span>
        </div>
        <FormProblem refusal={{ problem, loose: problem?.errors ?? [] }} />
      </form>
    </Modal>
  );
}
