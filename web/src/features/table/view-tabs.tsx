import { useQuery } from "@tanstack/react-query";
import { Button, Input, Popconfirm, Popover } from "antd";
import { Plus, Table2, X } from "lucide-react";
import { useState } from "react";
import { api } from "@/lib/api";
import type { Filter } from "@/lib/filter";
import { useMay } from "@/lib/me";
import type { DataTable } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import styles from "./table.module.css";
import { tableTexts } from "./table-texts";
import type { Density, Look } from "./view-state";

interface View {
  key: string;
  name: string;
  config: {
    filter?: Filter | null;
    sort?: string | null;
    columns?: { field: string; width?: number; hidden?: boolean }[];
    density?: Density;
  };
}

interface Opened {
  key: string | undefined;
  filter: Filter | undefined;
  sort: string;
  look?: Partial<Look>;
}

interface Props {
  table: DataTable;
  now: { filter: Filter | undefined; sort: string; look: Look };
  chosen: string | undefined;
  onOpen: (view: Opened) => void;
}

/** 全部记录 and the saved views; what is set now can be kept as another. */
export function ViewTabs({ table, now, chosen, onOpen }: Props) {
  const t = tableTexts.use();
  const may = useMay();
  const path = `/tables/${table.key}/views`;
  const queryKey = ["views", table.key];
  const views = useQuery({ queryKey, queryFn: ({ signal }) => api.all<View>(path, {}, signal), staleTime: 60_000 });
  const remove = useWrite({
    run: (view: View, key) => api.remove(`${path}/${view.key}`, { key }),
    refresh: [queryKey],
    onDone: () => onOpen({ key: undefined, filter: undefined, sort: "" }),
  });
  return (
    <nav className={styles.tabs} aria-label={t("records")}>
      <button
        type="button"
        aria-current={!chosen}
        onClick={() => onOpen({ key: undefined, filter: undefined, sort: "" })}
      >
        <Table2 size={14} aria-hidden="true" />
        {t("allRecords")}
      </button>
      {(views.data ?? []).map((view) => (
        <span key={view.key} className={styles.tab}>
          <button type="button" aria-current={chosen === view.key} onClick={() => onOpen(opened(view, now.look))}>
            <Table2 size={14} aria-hidden="true" />
            {view.name}
          </button>
          {chosen === view.key && (
            <Popconfirm
              title={t("removeView", { name: view.name })}
              okText={t("removeView", { name: view.name })}
              onConfirm={() => remove.mutate(view)}
            >
              <Button
                type="text"
                size="small"
                aria-label={t("removeView", { name: view.name })}
                icon={<X size={14} />}
              />
            </Popconfirm>
          )}
        </span>
      ))}
      {views.data && may("records.read") && (now.filter || now.sort) && !chosen && (
        <KeepView path={path} queryKey={queryKey} table={table} now={now} onOpen={onOpen} />
      )}
    </nav>
  );
}

function opened({ key, config }: View, look: Look): Opened {
  const columns = config.columns ?? [];
  return {
    key,
    filter: config.filter ?? undefined,
    sort: config.sort ?? "",
    look: {
      order: columns.map((column) => column.field),
      hidden: columns.filter((column) => column.hidden).map((column) => column.field),
      widths: {
        ...look.widths,
        ...Object.fromEntries(columns.flatMap(({ field, width }) => (width ? [[field, width]] : []))),
      },
      ...(config.density ? { density: config.density } : {}),
    },
  };
}

function KeepView({
  path,
  queryKey,
  table,
  now,
  onOpen,
}: { path: string; queryKey: string[] } & Omit<Props, "chosen">) {
  const t = tableTexts.use();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const keep = useWrite({
    run: (body: object, key) => api.post<View>(path, body, { key }),
    refresh: [queryKey],
    onDone: (view) => {
      setOpen(false);
      setName("");
      onOpen(opened(view, now.look));
    },
  });
  const columns = table.fields.map(({ key }) => ({
    field: key,
    ...(now.look.widths[key] ? { width: now.look.widths[key] } : {}),
    hidden: now.look.hidden.includes(key),
  }));
  const config = { filter: now.filter ?? null, sort: now.sort, columns, density: now.look.density };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) keep.mutate({ name: name.trim(), config });
          }}
        >
          <Input
            autoFocus
            aria-label={t("viewName")}
            placeholder={t("viewName")}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="primary" htmlType="submit" loading={keep.isPending} disabled={!name.trim()}>
            {t("saveView")}
          </Button>
        </form>
      }
    >
      <button type="button">
        <Plus size={14} aria-hidden="true" />
        {t("saveView")}
      </button>
    </Popover>
  );
}
