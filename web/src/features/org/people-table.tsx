import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input, Segmented, Select, Table, type TableColumnsType } from "antd";
import { Search } from "lucide-react";
import { type UIEvent, useLayoutEffect, useRef, useState } from "react";
import { api, type Page } from "@/lib/api";
import type { Unit } from "@/lib/people";
import { Avatar } from "@/ui/avatar";
import { Chip } from "@/ui/chip";
import { useTableSize } from "@/ui/density";
import { usePhone } from "@/ui/media";
import { useSettled } from "@/ui/person-picker";
import { Empty, Trouble, Waiting } from "@/ui/states";
import type { Person } from "./org";
import { orgTexts } from "./org-texts";
import styles from "./people-table.module.css";
import { useRoles } from "./roles";

interface PeopleTableProps {
  unit: Unit | undefined;
  /** The code of the person whose details are open. */
  chosen: string | undefined;
  onChoose: (code: string) => void;
}

/** The people of a unit, searched and paged by the server. */
export function PeopleTable({ unit, chosen, onChoose }: PeopleTableProps) {
  const t = orgTexts.use();
  const [typed, setTyped] = useState("");
  const [isBelow, setBelow] = useState(true);
  const [employment, setEmployment] = useState<"employed" | "left" | "everybody">("employed");
  const [role, setRole] = useState<string>();
  const q = useSettled(typed.trim());
  const { choices, nameOf: roleName } = useRoles();
  const filter = {
    q,
    unit: unit?.code,
    below: unit ? isBelow : undefined,
    role,
    active: employment === "everybody" ? undefined : employment === "employed",
  };
  const people = useInfiniteQuery({
    queryKey: ["people", "list", filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Person>>("/people", { ...filter, cursor: pageParam, limit: 100, total: true }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor || undefined,
    placeholderData: keepPreviousData,
  });
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  const total = people.data?.pages[0]?.total;
  const isFiltered = q !== "" || role !== undefined || employment !== "employed" || unit !== undefined;
  const clear = () => {
    setTyped("");
    setRole(undefined);
    setEmployment("everybody");
  };
  return (
    <section className={`${styles.people} card`} aria-label={t("people")}>
      <div className={styles.tools}>
        <Input
          allowClear
          className={styles.search ?? ""}
          prefix={<Search size={14} aria-hidden="true" />}
          placeholder={t("searchPeople")}
          aria-label={t("searchPeople")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select
          allowClear
          className={styles.role ?? ""}
          placeholder={t("anyRole")}
          aria-label={t("role")}
          value={role}
          onChange={setRole}
          options={choices}
        />
        <Segmented
          aria-label={t("employment")}
          value={employment}
          onChange={setEmployment}
          options={(["employed", "left", "everybody"] as const).map((value) => ({ value, label: t(value) }))}
        />
        {unit && (
          <Checkbox checked={isBelow} onChange={(event) => setBelow(event.target.checked)}>
            {t("withBelow")}
          </Checkbox>
        )}
      </div>
      {people.isPending ? (
        <Waiting />
      ) : people.error && items.length === 0 ? (
        <Trouble what={t("people")} problem={people.error} onRetry={() => people.refetch()} />
      ) : items.length === 0 ? (
        isFiltered ? (
          <Empty title={t("noMatch")} actions={<Button onClick={clear}>{t("clearFilter")}</Button>}>
            {t("noMatchHint")}
          </Empty>
        ) : (
          <Empty title={t("noPeople")}>{t("noPeopleHint")}</Empty>
        )
      ) : (
        <>
          <Rows
            items={items}
            chosen={chosen}
            roleName={roleName}
            isBusy={people.isPlaceholderData}
            onChoose={onChoose}
            onEnd={() => people.hasNextPage && !people.isFetchingNextPage && people.fetchNextPage()}
          />
          <p className={`${styles.foot} t12 c2`} aria-live="polite">
            {total !== undefined && t("shown", { shown: items.length, n: total })}
          </p>
        </>
      )}
    </section>
  );
}

interface RowsProps {
  items: Person[];
  chosen: string | undefined;
  roleName: (key: string) => string;
  isBusy: boolean;
  onChoose: (code: string) => void;
  onEnd: () => void;
}

function Rows({ items, chosen, roleName, isBusy, onChoose, onEnd }: RowsProps) {
  const t = orgTexts.use();
  const phone = usePhone();
  const size = useTableSize();
  const place = useRef<HTMLDivElement>(null);
  const height = useHeight(place);
  const columns: TableColumnsType<Person> = [
    {
      title: t("name"),
      key: "name",
      width: 168,
      fixed: "left",
      render: (_, person) => (
        <button type="button" className={styles.person} onClick={() => onChoose(person.code)}>
          <Avatar name={person.name} />
          <span className="ell" title={person.name}>
            {person.name}
          </span>
          {!person.active && <Chip look="outline">{t("left")}</Chip>}
        </button>
      ),
    },
    { title: t("unit"), key: "unit", width: 150, ellipsis: true, render: (_, person) => person.unit?.name ?? dash },
    ...(phone
      ? []
      : ([
          { title: t("personCode"), dataIndex: "code", width: 140, ellipsis: true },
          {
            title: t("manager"),
            key: "manager",
            width: 120,
            ellipsis: true,
            render: (_, { manager }) => manager?.name ?? dash,
          },
          {
            title: t("roles"),
            key: "roles",
            width: 160,
            render: (_, person) => (
              <span className={styles.chips}>
                {[...new Set(person.roles.map((grant) => grant.role))].map((key) => (
                  <Chip key={key}>{roleName(key)}</Chip>
                ))}
              </span>
            ),
          },
          {
            title: t("contact"),
            key: "contact",
            width: 190,
            ellipsis: true,
            render: (_, { email, mobile }) => email ?? mobile ?? dash,
          },
          {
            title: t("accountState"),
            key: "account",
            width: 90,
            render: (_, { account }) => (account ? t("hasAccount") : <span className="c3">{t("noAccount")}</span>),
          },
        ] satisfies TableColumnsType<Person>)),
  ];
  const onScroll = ({ currentTarget: box }: UIEvent<HTMLElement>) => {
    if (box.scrollHeight - box.scrollTop - box.clientHeight < 400) onEnd();
  };
  return (
    <div ref={place} className={styles.rows} aria-busy={isBusy}>
      {height > 0 && (
        <Table<Person>
          size={size}
          virtual
          rowKey="id"
          columns={columns}
          dataSource={items}
          pagination={false}
          scroll={{ x: phone ? 300 : 1018, y: height - 37 }}
          onScroll={onScroll}
          rowClassName={(person) => (person.code === chosen ? "ant-table-row-selected" : "")}
          onRow={(person) => ({ onClick: () => onChoose(person.code), style: { cursor: "pointer" } })}
        />
      )}
    </div>
  );
}

const dash = <span className="c3">–</span>;

/** The height of a box, followed; the virtual table needs it in pixels. */
function useHeight(place: React.RefObject<HTMLElement | null>) {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    if (!place.current) return;
    const watch = new ResizeObserver(([entry]) => entry && setHeight(Math.floor(entry.contentRect.height)));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [place]);
  return height;
}
