import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { ChevronLeft } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { type EvidenceNeed, type Expectation, nodeKeyOf } from "@/lib/expectations";
import { useMe } from "@/lib/me";
import { type ActionNode, nodesQuery } from "@/lib/nodes";
import type { TableRecord } from "@/lib/records";
import { type DataTable, type Field, fieldOf, tablesQuery } from "@/lib/tables";
import { useVisibleHeight } from "@/lib/viewport";
import { useWrite } from "@/lib/write";
import { Chip } from "@/ui/chip";
import { type EvidenceItem, itemsOf, stillMissing } from "@/ui/field/evidence-editor";
import { initialValues } from "@/ui/field/initial-values";
import { kindOf, sendable } from "@/ui/field/kinds";
import { RecordForm, useRecordForm } from "@/ui/field/record-form";
import { Empty, Load, Waiting } from "@/ui/states";
import { actionTexts } from "./action-texts";
import styles from "./phone.module.css";
import { todoQuery } from "./todo-query";

/** An action is recorded: level, evidence, done. Opened from a to-do, or from + with a choice of actions. */
export default function RecordPage() {
  const t = actionTexts.use();
  const [address] = useSearchParams();
  const nodes = useQuery(nodesQuery);
  const tables = useQuery(tablesQuery);
  const wanted = address.get("expectation");
  const expectation = useQuery({
    queryKey: ["expectation", wanted],
    queryFn: ({ signal }) => api.get<Expectation>(`/expectations/${wanted}`, {}, signal),
    enabled: wanted !== null,
    initialData: useQueryClient()
      .getQueryData(todoQuery.queryKey)
      ?.items.find((item) => item.id === wanted),
  });
  const key = expectation.data ? nodeKeyOf(expectation.data) : address.get("node");
  if (wanted && expectation.error) {
    return (
      <Frame title={t("record")}>
        <Empty title={t("gone")} actions={<Link to="/todo">{t("todo")}</Link>} />
      </Frame>
    );
  }
  if (wanted && !expectation.data) return <Frame title={t("record")}>{<Waiting />}</Frame>;
  if (!key) return <ChooseNode />;
  const node = nodes.data?.find((one) => one.key === key);
  const table = tables.data?.find((one) => one.key === node?.table);
  if (node && table)
    return <Recording key={`${key}.${wanted}`} node={node} table={table} expectation={expectation.data ?? undefined} />;
  return (
    <Frame title={t("record")}>
      <Load query={nodes}>
        {() => (
          <Load query={tables}>
            {() => <Empty title={t("noNodes")} actions={<Link to="/todo">{t("todo")}</Link>} />}
          </Load>
        )}
      </Load>
    </Frame>
  );
}

function ChooseNode() {
  const t = actionTexts.use();
  const todo = useQuery(todoQuery);
  return (
    <Frame title={t("chooseAction")}>
      <Load query={todo}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <Empty title={t("noNodes")}>{t("noNodesHint")}</Empty>
          ) : (
            <ul className={styles.rows}>
              {nodes.map((node) => (
                <li key={node.key} className={styles.row}>
                  <Link to={`/record?node=${node.key}`} replace className={styles.rowText}>
                    <span className={styles.rowName}>{node.name}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Load>
    </Frame>
  );
}

/** Title bar, what scrolls, and the foot that the keyboard never covers. */
function Frame({ title, foot, children }: { title: string; foot?: ReactNode; children: ReactNode }) {
  const t = actionTexts.use();
  const go = useNavigate();
  const height = useVisibleHeight();
  const bar = (
    <header className={styles.bar}>
      <button type="button" aria-label={t("back")} onClick={() => (window.history.length > 1 ? go(-1) : go("/todo"))}>
        <ChevronLeft size={24} aria-hidden="true" />
      </button>
      <h1 className="ell">{title}</h1>
      <span />
    </header>
  );
  return (
    <main className={styles.frame} style={height === undefined ? {} : { height }}>
      <title>{title}</title>
      {bar}
      <div className={styles.scroll}>{children}</div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </main>
  );
}

interface RecordingProps {
  node: ActionNode;
  table: DataTable;
  expectation: Expectation | undefined;
}

function Recording({ node, table, expectation }: RecordingProps) {
  const t = actionTexts.use();
  const me = useMe();
  const go = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [more, setMore] = useState(false);
  const needs: EvidenceNeed[] = expectation?.evidence ?? node.evidence;
  const [initial] = useState(() =>
    initialValues(table, me.person, {
      node: { id: node.id, key: node.key, name: node.name },
      object: expectation?.object ?? undefined,
    }),
  );
  const form = useRecordForm({
    fields: table.fields,
    initial,
    draft: `${me.tenant.id}.${table.key}.${expectation?.id ?? node.key}`,
  });
  const submit = useWrite({
    run: (fields: Record<string, unknown>, key) =>
      api.post<TableRecord>(
        `/tables/${table.key}/records`,
        { fields: sendable(table.fields, present(fields)) },
        { key },
      ),
    refresh: [["todo"], ["records"]],
    onDone: (record) => {
      form.done();
      go("/todo", { replace: true });
      message.success(<Sent record={record} onUndo={() => takeBack(record)} />, 10);
    },
    onRefused: form.refuse,
  });
  const takeBack = async (record: TableRecord) => {
    await api.remove(`/records/${record.id}`, { version: record.version });
    message.info(t("undone"));
    await Promise.all([["todo"], ["records"]].map((queryKey) => client.invalidateQueries({ queryKey })));
  };
  const groups = grouped(table, expectation);
  useAutoSubmit({
    form,
    table,
    needs,
    ready: groups.open,
    submit: () => submit.mutate(form.values),
    idle: submit.isIdle,
  });
  return (
    <Frame
      title={node.name}
      foot={
        <Button
          type="primary"
          block
          className={styles.submit ?? ""}
          loading={submit.isPending}
          disabled={form.busy}
          onClick={() => submit.mutate(form.values)}
        >
          {form.busy ? t("uploading") : t("submit")}
        </Button>
      }
    >
      <Facts form={form} table={table} expectation={expectation} />
      {form.refusal?.status === 0 && (
        <p className={styles.offline} role="alert">
          {t("offline")}
        </p>
      )}
      <RecordForm
        form={form}
        table={table.key}
        look="phone"
        shown={more ? [...groups.open, ...groups.folded] : groups.open}
        needs={needs}
      />
      {!more && groups.folded.length > 0 && (
        <button type="button" className={styles.more} onClick={() => setMore(true)}>
          {t("moreFields")}
        </button>
      )}
    </Frame>
  );
}

function Sent({ record, onUndo }: { record: TableRecord; onUndo: () => void }) {
  const t = actionTexts.use();
  return (
    <span>
      {t("submitted")}
      {record.late && ` · ${t("late")}`}
      <Button type="link" size="small" onClick={onUndo}>
        {t("undo")}
      </Button>
    </span>
  );
}

const present = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  );

/** Quality and evidence first, then what must be filled; what is known already stands in the head, the rest is folded. */
function grouped(table: DataTable, expectation: Expectation | undefined) {
  const known = ["subject", "unit", "node", "occurredAt", "leadQuality", ...(expectation?.object ? ["object"] : [])];
  const rest = table.fields.filter((field) => !field.role || !known.includes(field.role));
  const first = ["quality", "evidence"].flatMap((role) => rest.filter((field) => field.role === role));
  const must = rest.filter((field) => field.required && !first.includes(field));
  const note = rest.find((field) => field.type === "longText" && !must.includes(field));
  const open = [...first, ...must, ...(note ? [note] : [])];
  return { open, folded: rest.filter((field) => !open.includes(field)) };
}

interface AutoSubmit {
  form: ReturnType<typeof useRecordForm>;
  table: DataTable;
  needs: EvidenceNeed[];
  ready: Field[];
  submit: () => void;
  idle: boolean;
}

/** Third tap = saved: once the level is chosen and the last piece of evidence has arrived, nothing is left to ask. */
function useAutoSubmit({ form, table, needs, ready, submit, idle }: AutoSubmit) {
  const evidence = fieldOf(table, "evidence");
  const items: EvidenceItem[] = itemsOf(evidence && form.values[evidence.key]);
  const before = useRef(items.length);
  const armed = useRef(false);
  const quality = fieldOf(table, "quality");
  const own = [quality?.key, evidence?.key];
  // Whoever writes more than that wants to press the button.
  const wrote = ready.some((field) => !own.includes(field.key) && Boolean(form.values[field.key]));
  const rated = !quality || Boolean(form.values[quality.key]);
  const filled = ready.every((field) => !field.required || form.values[field.key]);
  const complete = needs.length > 0 && stillMissing(items, needs).length === 0;
  const may = rated && filled && complete && !wrote && !form.busy && idle && !form.fromDraft;
  useEffect(() => {
    if (items.length > before.current) armed.current = true;
    before.current = items.length;
    if (!may || !armed.current) return;
    armed.current = false;
    submit();
  });
}

function Facts({
  form,
  table,
  expectation,
}: {
  form: ReturnType<typeof useRecordForm>;
  table: DataTable;
  expectation: Expectation | undefined;
}) {
  const t = actionTexts.use();
  const { weekday, time } = useDates();
  const [changing, setChanging] = useState(false);
  const when = fieldOf(table, "occurredAt");
  if (!when) return null;
  const at = form.values[when.key];
  const Editor = kindOf("dateTime").Editor;
  const late = expectation && Date.parse(expectation.due) < Date.now();
  const wrong = form.problems.at[when.key] ?? [];
  return (
    <dl className={styles.facts}>
      {expectation?.object && (
        <div>
          <dt>{t("object")}</dt>
          <dd>{expectation.object.name}</dd>
        </div>
      )}
      <div>
        <dt>{t("time")}</dt>
        <dd>
          {changing || wrong.length > 0 ? (
            <Editor
              field={when}
              value={at}
              onChange={(value) => form.set(when.key, value)}
              look="phone"
              label={t("time")}
            />
          ) : (
            <>
              {typeof at === "string" && `${weekday(at)} ${time(at)}`} {late && <Chip>{t("late")}</Chip>}
            </>
          )}
          {wrong.map((problem) => (
            <p key={problem.message} role="alert" className={styles.wrong}>
              {problem.message}
            </p>
          ))}
        </dd>
        <dd>
          <button type="button" onClick={() => setChanging(!changing)}>
            {t(changing ? "doneChange" : "change")}
          </button>
        </dd>
      </div>
    </dl>
  );
}
