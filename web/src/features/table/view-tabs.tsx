import { useQuery } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { EllipsisVertical, Plus, Save, Table2, UserRound } from "lucide-react";
import { useState } from "react";
import { api } from "@/lib/api";
import { useMay } from "@/lib/me";
import type { Problem } from "@/lib/problem";
import type { DataTable } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import { useProblemText } from "@/ui/states";
import styles from "./table.module.css";
import { tableTexts } from "./table-texts";
import { ViewName } from "./view-name";
import { configOf, isChanged, type Setting, type View, viewsPath, viewsQuery } from "./views";

interface Props {
  table: DataTable;
  now: Setting;
  chosen: View | undefined;
  onOpen: (view: View | undefined) => void;
  /** What is set is now what the view says. */
  onKept: () => void;
}

/** 全部记录 and the saved views; what is set now can be kept in the view or as another. */
export function ViewTabs({ table, now, chosen, onOpen, onKept }: Props) {
  const t = tableTexts.use();
  const may = useMay();
  const views = useQuery(viewsQuery(table.key));
  const changed = isChanged(table, now, chosen);
  return (
    <nav className={styles.tabs} aria-label={t("views")}>
      <button type="button" aria-current={!chosen} onClick={() => onOpen(undefined)}>
        <Table2 size={14} aria-hidden="true" />
        {t("allRecords")}
      </button>
      {(views.data ?? []).map((view) => (
        <span key={view.key} className={styles.tab}>
          <button type="button" aria-current={chosen?.key === view.key} onClick={() => onOpen(view)}>
            {view.shared ? <Table2 size={14} aria-hidden="true" /> : <UserRound size={14} aria-hidden="true" />}
            {view.name}
          </button>
          {chosen?.key === view.key && (may("model.write") || !view.shared) && (
            <ViewMenu table={table} view={view} now={now} changed={changed} onOpen={onOpen} onKept={onKept} />
          )}
        </span>
      ))}
      {views.data && may("records.read") && changed && (
        <KeepView table={table} now={now} onOpen={onOpen} onKept={onKept} />
      )}
    </nav>
  );
}

function ViewMenu({
  table,
  view,
  now,
  changed,
  onOpen,
  onKept,
}: Omit<Props, "chosen"> & { view: View; changed: boolean }) {
  const t = tableTexts.use();
  const may = useMay();
  const { message, modal } = App.useApp();
  const problemText = useProblemText();
  const [renaming, setRenaming] = useState(false);
  const path = `${viewsPath(table.key)}/${view.key}`;
  const refresh = [viewsQuery(table.key).queryKey];
  const patch = (body: Partial<View>, key: string) => api.patch<View>(path, body, { key });
  const say = (problem: Problem) => message.error(problemText(problem));
  const change = useWrite({ run: patch, refresh, onDone: (_, body) => body.config && onKept(), onRefused: say });
  const remove = useWrite({
    run: (_: undefined, key) => api.remove(path, { key }),
    refresh,
    onDone: () => onOpen(undefined),
    onRefused: say,
  });
  const ask = () =>
    modal.confirm({
      title: t("removeView", { name: view.name }),
      okText: t("removeView", { name: view.name }),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(undefined).catch(() => undefined),
    });
  return (
    <>
      {changed && (
        <Button
          type="text"
          size="small"
          icon={<Save size={14} />}
          loading={change.isPending}
          onClick={() => change.mutate({ config: configOf(table, now) })}
        >
          {t("updateView")}
        </Button>
      )}
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "rename", label: t("renameView"), onClick: () => setRenaming(true) },
            ...(may("model.write")
              ? [
                  {
                    key: "share",
                    label: t(view.shared ? "onlyMe" : "forAll"),
                    onClick: () => change.mutate({ shared: !view.shared }),
                  },
                ]
              : []),
            { type: "divider" },
            { key: "remove", danger: true, label: t("removeView", { name: view.name }), onClick: ask },
          ],
        }}
      >
        <Button
          type="text"
          size="small"
          aria-label={t("viewMenu", { name: view.name })}
          icon={<EllipsisVertical size={14} />}
        />
      </Dropdown>
      {renaming && (
        <ViewName
          title={t("renameView")}
          name={view.name}
          table={table.key}
          run={(name, key) => patch({ name }, key)}
          onDone={() => setRenaming(false)}
          onClose={() => setRenaming(false)}
        />
      )}
    </>
  );
}

function KeepView({ table, now, onOpen, onKept }: Omit<Props, "chosen">) {
  const t = tableTexts.use();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        <Plus size={14} aria-hidden="true" />
        {t("saveView")}
      </button>
      {open && (
        <ViewName
          title={t("saveView")}
          table={table.key}
          run={(name, key) => api.post<View>(viewsPath(table.key), { name, config: configOf(table, now) }, { key })}
          onDone={(view) => {
            setOpen(false);
            onKept();
            onOpen(view);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
