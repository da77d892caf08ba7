import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Select, Table, Tag } from "antd";
import { Plus } from "lucide-react";
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { type Page as Answered, api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { type Expectation, nodeNameOf } from "@/lib/expectations";
import { allOf, type Filter } from "@/lib/filter";
import { useMay } from "@/lib/me";
import { nodesQuery } from "@/lib/nodes";
import { usePhone } from "@/ui/media";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { Empty, Load } from "@/ui/states";
import { UnitPicker } from "@/ui/unit-picker";
import { actionTexts } from "./action-texts";
import { AssignDialog } from "./assign-dialog";
import { ExpectationMark } from "./expectation-mark";
import { ExpectationPanel } from "./expectation-panel";
import styles from "./lists.module.css";

const states = ["open", "dueSoon", "overdue", "done", "doneLate", "missed", "exempt", "cancelled"] as const;

function parsed(text: string | null): Filter | undefined {
  try {
    return text ? (JSON.parse(text) as Filter) : undefined;
  } catch {
    return undefined;
  }
}

/** The ledger's "missed" begins at the due; what can still be closed is shown as overdue. */
function stateFilter(state: string | null): Filter | undefined {
  if (!state) return undefined;
  if (state !== "overdue" && state !== "missed") return { field: "state", op: "eq", value: state };
  const now = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
  const closed: Filter = { field: "closes", op: "le", value: now };
  const closable: Filter = {
    or: [
      { field: "closes", op: "isEmpty" },
      { field: "closes", op: "gt", value: now },
    ],
  };
  return { and: [{ field: "state", op: "eq", value: "missed" }, state === "missed" ? closed : closable] };
}

/** 期望动作: the ledger, as far as the viewer may see it. */
export default function ExpectationsPage() {
  const t = actionTexts.use();
  const may = useMay();
  const [address, setAddress] = useSearchParams();
  const set = useCallback(
    (changes: Record<string, string | undefined>) =>
      setAddress(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) value ? next.set(name, value) : next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setAddress],
  );
  const nodes = useQuery(nodesQuery).data ?? [];
  const state = address.get("state");
  const node = address.get("node");
  const unit = address.get("unit");
  const given = address.get("filter");
  const filter = useMemo(
    () =>
      allOf(
        parsed(given),
        stateFilter(state),
        node ? { field: "node", op: "eq", value: node } : undefined,
        unit ? { field: "unit", op: "inOrBelow", value: unit } : undefined,
      ),
    [given, state, node, unit],
  );
  const rows = useInfiniteQuery({
    queryKey: ["expectations", filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<Answered<Expectation>>(
        "/expectations",
        { filter, sort: "-due", limit: 50, cursor: pageParam, total: pageParam === undefined },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const chosen = address.get("expectation");
  return (
    <Page
      head={
        <PageHead
          title={t("expectations")}
          note={t("expectationsHint")}
          actions={
            may("expectations.waive") && (
              <Button icon={<Plus size={14} />} onClick={() => set({ assign: "1" })}>
                {t("assign")}
              </Button>
            )
          }
        />
      }
      panel={
        chosen ? (
          <ExpectationPanel key={chosen} id={chosen} onClose={() => set({ expectation: undefined })} />
        ) : undefined
      }
    >
      <div className={styles.filters}>
        <Select
          aria-label={t("state")}
          prefix={<span className="c2">{t("state")}</span>}
          value={state ?? ""}
          options={[
            { value: "", label: t("allStates") },
            ...states.map((one) => ({ value: one, label: t(`state_${one}`) })),
          ]}
          onChange={(next: string) => set({ state: next || undefined })}
        />
        <Select
          aria-label={t("action")}
          prefix={<span className="c2">{t("action")}</span>}
          value={node ?? ""}
          showSearch={{ optionFilterProp: "label" }}
          options={[{ value: "", label: t("allNodes") }, ...nodes.map((one) => ({ value: one.key, label: one.name }))]}
          onChange={(next: string) => set({ node: next || undefined })}
        />
        <div className={styles.unit}>
          <UnitPicker
            label={t("scope")}
            prefix={t("scope")}
            placeholder={t("allUnits")}
            allowClear
            value={unit ?? undefined}
            onChange={(next) => set({ unit: next })}
          />
        </div>
        {given && (
          <Tag closable={{ "aria-label": t("clearFilter") }} onClose={() => set({ filter: undefined })}>
            {t("filtered")}
          </Tag>
        )}
        <span className="sp" />
        <span className="t13 c2">
          {rows.data?.pages[0]?.total !== undefined && t("total", { n: rows.data.pages[0].total })}
        </span>
      </div>
      <Load query={rows} what={t("expectations")}>
        {(data) => (
          <Rows
            items={data.pages.flatMap((page) => page.items)}
            chosen={chosen}
            onOpen={(id) => set({ expectation: id })}
            more={rows.hasNextPage ? () => rows.fetchNextPage() : undefined}
            loading={rows.isFetchingNextPage}
          />
        )}
      </Load>
      {address.has("assign") && <AssignDialog onClose={() => set({ assign: undefined })} />}
    </Page>
  );
}

interface RowsProps {
  items: Expectation[];
  chosen: string | null;
  onOpen: (id: string) => void;
  more: (() => void) | undefined;
  loading: boolean;
}

function Rows({ items, chosen, onOpen, more, loading }: RowsProps) {
  const t = actionTexts.use();
  const { weekday, deadline } = useDates();
  const phone = usePhone();
  if (items.length === 0) return <Empty title={t("noExpectations")}>{t("noExpectationsHint")}</Empty>;
  return (
    <div className="card">
      <Table<Expectation>
        rowKey="id"
        dataSource={items}
        pagination={false}
        scroll={phone ? {} : { x: 720 }}
        rowClassName={(item) => (item.id === chosen ? (styles.chosen ?? "") : "")}
        onRow={(item) => ({ onClick: () => onOpen(item.id), className: styles.clickable ?? "" })}
        columns={[
          {
            title: t("due"),
            width: phone ? 104 : 170,
            render: (_, { due }) => {
              const end = deadline(due);
              return `${weekday(end.day)} ${end.time}`;
            },
          },
          {
            title: t("action"),
            ellipsis: true,
            render: (_, item) => (
              <button type="button" className={styles.link} onClick={() => onOpen(item.id)}>
                {nodeNameOf(item)}
                {phone && <span className="t12 c2"> {item.subject?.name}</span>}
              </button>
            ),
          },
          { title: t("person"), ellipsis: true, hidden: phone, render: (_, item) => item.subject?.name },
          { title: t("unit"), ellipsis: true, hidden: phone, render: (_, item) => item.unit?.name },
          { title: t("object"), ellipsis: true, hidden: phone, render: (_, item) => item.object?.name },
          { title: t("state"), width: 120, render: (_, item) => <ExpectationMark expectation={item} /> },
        ]}
      />
      {more && (
        <div className={styles.more}>
          <Button size="small" loading={loading} onClick={more}>
            {t("more")}
          </Button>
        </div>
      )}
    </div>
  );
}
