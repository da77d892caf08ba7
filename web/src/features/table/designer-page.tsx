import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { Plus } from "lucide-react";
import { Link, useParams, useSearchParams } from "react-router";
import { api } from "@/lib/api";
import { type DataTable, type Field, tableQuery } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import { Chip } from "@/ui/chip";
import { fieldTexts } from "@/ui/field/field-texts";
import { isKnown, kindOf } from "@/ui/field/kinds";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { Sortable } from "@/ui/sortable";
import { Load, useProblemText } from "@/ui/states";
import { FieldInspector } from "./field-inspector";
import { FieldPicker } from "./field-picker";
import styles from "./table.module.css";
import { tableTexts } from "./table-texts";

/** The fields of a table: put in order, added from pictures, set up beside the list. */
export default function DesignerPage() {
  const { key = "" } = useParams();
  const table = useQuery(tableQuery(key));
  return <Load query={table}>{(data) => <Designer table={data} />}</Load>;
}

function Designer({ table }: { table: DataTable }) {
  const t = tableTexts.use();
  const { message } = App.useApp();
  const text = useProblemText();
  const [address, setAddress] = useSearchParams();
  const chosen = address.get("field");
  const picked = address.get("type");
  const set = (next: Record<string, string>) => setAddress(next, { replace: true });
  const order = useWrite({
    run: (keys: string[], key) => api.put(`/tables/${table.key}/fields:order`, { keys }, { key }),
    refresh: [["tables"]],
    onRefused: (problem) => message.error(text(problem)),
  });
  const field = table.fields.find((one) => one.key === chosen);
  const close = () => set({});
  const shown = order.isPending && order.variables ? inOrder(table.fields, order.variables) : table.fields;
  return (
    <Page
      head={
        <PageHead
          title={`${table.name} · ${t("designer")}`}
          trail={[
            { label: t("tables"), to: "/tables" },
            { label: table.name, to: `/tables/${table.key}` },
          ]}
          tags={table.actionTable && <Chip>{t("actionTable")}</Chip>}
          note={t("designerNote", { n: table.fields.length, roles: table.fields.filter((one) => one.role).length })}
          actions={
            <>
              <Link to={`/tables/${table.key}`}>{t("toTable")}</Link>
              <Button
                type={address.size > 0 ? "default" : "primary"}
                icon={<Plus size={14} />}
                onClick={() => set({ type: "" })}
              >
                {t("addField")}
              </Button>
            </>
          }
        />
      }
      panel={
        picked === "" ? (
          <FieldPicker table={table} onPick={(type) => set({ type })} onClose={close} />
        ) : picked && isKnown(picked) ? (
          <FieldInspector key={picked} table={table} type={picked} onClose={close} />
        ) : field ? (
          <FieldInspector key={field.key} table={table} field={field} type={field.type} onClose={close} />
        ) : undefined
      }
    >
      <div className="card">
        <div className={`${styles.fieldRow} ${styles.fieldHead} t13 c2`} aria-hidden="true">
          <span>{t("name")}</span>
          <span>{t("type")}</span>
          <span>{t("role")}</span>
          <span>{t("example")}</span>
          <span />
        </div>
        <Sortable
          className={styles.fields}
          items={shown}
          idOf={(one) => one.key}
          nameOf={(one) => one.name}
          onOrder={(next) => order.mutate(next.map((one) => one.key))}
        >
          {(one) => <FieldLine field={one} chosen={one.key === chosen} onOpen={() => set({ field: one.key })} />}
        </Sortable>
      </div>
    </Page>
  );
}

const inOrder = (fields: Field[], keys: string[]) =>
  [...fields].sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));

function FieldLine({ field, chosen, onOpen }: { field: Field; chosen: boolean; onOpen: () => void }) {
  const t = tableTexts.use();
  const f = fieldTexts.use();
  const kind = kindOf(field.type);
  return (
    <button type="button" className={styles.fieldRow} aria-current={chosen} onClick={onOpen}>
      <span className={styles.named}>
        <kind.icon size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className="ell w5">{field.name}</span>
      </span>
      <span className="c2">{f(kind.label)}</span>
      <span className="c2 ell">{field.role ? f(`role_${field.role}` as "role_subject") : ""}</span>
      <span className={styles.sample}>
        <Sample field={field} />
      </span>
      <span className="t12 c2">{field.required ? t("required") : ""}</span>
    </button>
  );
}

/** The choices of a field, where it has some. */
function Sample({ field }: { field: Field }) {
  const Cell = kindOf(field.type).Cell;
  const choices = field.config.options ?? field.config.levels ?? [];
  return choices
    .slice(0, 4)
    .map((choice) => (
      <Cell key={choice.key} field={field} value={field.type === "multiSelect" ? [choice.key] : choice.key} />
    ));
}
