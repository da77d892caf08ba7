import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Input, Segmented, Table } from "antd";
import { Plus, Search } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { type Page as Answered, api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useMay } from "@/lib/me";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { useSettled } from "@/ui/person-picker";
import { Empty, Load } from "@/ui/states";
import { actionTexts } from "./action-texts";
import { type BusinessObject, type ObjectType, objectTypesQuery } from "./business-queries";
import { EventTypes, TypeDialog } from "./business-types";
import styles from "./lists.module.css";
import { ObjectPanel } from "./object-panel";

/** 业务对象: by type, each with its actions and events; and the types of events that happen to them. */
export default function ObjectsPage() {
  const t = actionTexts.use();
  const may = useMay();
  const types = useQuery(objectTypesQuery);
  const [address, setAddress] = useSearchParams();
  const [making, setMaking] = useState(false);
  const tab = address.get("type") ?? types.data?.[0]?.key ?? "";
  const chosen = address.get("object");
  const make = may("model.write") && (
    <Button icon={<Plus size={14} />} onClick={() => setMaking(true)}>
      {t("newObjectType")}
    </Button>
  );
  return (
    <Page
      head={<PageHead title={t("objects")} note={t("objectsHint")} actions={make} />}
      panel={
        chosen && tab !== "events" ? (
          <ObjectPanel
            key={chosen}
            type={tab}
            externalId={chosen}
            onClose={() => setAddress({ type: tab }, { replace: true })}
          />
        ) : undefined
      }
    >
      <Load query={types} what={t("objects")}>
        {(all) => (
          <>
            <div className={styles.filters}>
              <Segmented
                aria-label={t("objectType")}
                value={tab || "events"}
                onChange={(next) => setAddress({ type: next }, { replace: true })}
                options={[
                  ...all.map((type) => ({ value: type.key, label: type.name })),
                  { value: "events", label: t("eventTypes") },
                ]}
              />
            </div>
            {tab === "events" || (all.length === 0 && tab) ? (
              <EventTypes objectTypes={all} />
            ) : all.length === 0 ? (
              <Empty title={t("noObjectTypes")} actions={make}>
                {t("noObjectTypesHint")}
              </Empty>
            ) : (
              <Objects
                key={tab}
                type={tab}
                types={all}
                chosen={chosen}
                onOpen={(object) => setAddress({ type: tab, object }, { replace: true })}
              />
            )}
          </>
        )}
      </Load>
      {making && <TypeDialog onClose={() => setMaking(false)} />}
    </Page>
  );
}

interface ObjectsProps {
  type: string;
  types: ObjectType[];
  chosen: string | null;
  onOpen: (externalId: string) => void;
}

function Objects({ type, chosen, onOpen }: ObjectsProps) {
  const t = actionTexts.use();
  const { moment } = useDates();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim());
  const objects = useInfiniteQuery({
    queryKey: ["objects", type, "list", q],
    queryFn: ({ signal, pageParam }) =>
      api.get<Answered<BusinessObject>>(`/objects/${type}`, { q, limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className={styles.filters}>
        <Input
          className={styles.search ?? ""}
          prefix={<Search size={14} />}
          aria-label={t("searchObjects")}
          placeholder={t("searchObjects")}
          allowClear
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Load query={objects} what={t("objects")}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={t("noObjects")}>{t("noObjectsHint")}</Empty>;
          return (
            <div className="card">
              <Table<BusinessObject>
                rowKey="id"
                dataSource={items}
                pagination={false}
                scroll={{ x: 560 }}
                rowClassName={(item) => (item.externalId === chosen ? (styles.chosen ?? "") : "")}
                onRow={(item) => ({ onClick: () => onOpen(item.externalId), className: styles.clickable ?? "" })}
                columns={[
                  {
                    title: t("name"),
                    ellipsis: true,
                    render: (_, item) => (
                      <button type="button" className={styles.link} onClick={() => onOpen(item.externalId)}>
                        {item.name}
                      </button>
                    ),
                  },
                  { title: t("number"), dataIndex: "externalId", ellipsis: true },
                  { title: t("owner"), ellipsis: true, render: (_, item) => item.owner?.name },
                  { title: t("updated"), width: 180, render: (_, item) => item.updatedAt && moment(item.updatedAt) },
                ]}
              />
              {objects.hasNextPage && (
                <div className={styles.more}>
                  <Button size="small" loading={objects.isFetchingNextPage} onClick={() => objects.fetchNextPage()}>
                    {t("more")}
                  </Button>
                </div>
              )}
            </div>
          );
        }}
      </Load>
    </>
  );
}
