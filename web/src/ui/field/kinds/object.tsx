import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { BriefcaseBusiness } from "lucide-react";
import { useState } from "react";
import { api, type Page } from "@/lib/api";
import { isNamed, type Named } from "@/lib/records";
import styles from "@/ui/field/field.module.css";
import type { ConfigProps, EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { useSettled } from "@/ui/person-picker";

interface ObjectType {
  key: string;
  name: string;
}

const useTypes = () =>
  useQuery({
    queryKey: ["object-types"],
    queryFn: ({ signal }) => api.all<ObjectType>("/object-types", {}, signal),
    staleTime: 60_000,
  }).data ?? [];

function Editor({ field, value, onChange, id, label, invalid, describedBy, autoFocus, look }: EditorProps) {
  const t = fieldTexts.use();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(autoFocus ?? false);
  const search = useSettled(typed.trim());
  const types = useTypes();
  const type = field.config.objectType ?? types[0]?.key;
  const found = useQuery({
    queryKey: ["objects", type, search],
    queryFn: ({ signal }) => api.get<Page<Named>>(`/objects/${type}`, { q: search, limit: 20 }, signal),
    enabled: open && type !== undefined,
    placeholderData: keepPreviousData,
  });
  const chosen = isNamed(value) ? value : undefined;
  const items = found.data?.items ?? [];
  const shown = chosen && !typed && !items.some((item) => item.id === chosen.id) ? [chosen, ...items] : items;
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label ?? field.name}
      aria-describedby={describedBy}
      value={chosen?.id ?? null}
      options={shown.map((item) => ({ value: item.id, label: item.name, code: item.externalId }))}
      optionRender={({ data }) => (
        <span className={styles.row}>
          <span className="ell">{data.label}</span>
          <span className="t12 c2">{data.code}</span>
        </span>
      )}
      onChange={(next: string | undefined) => onChange(shown.find((item) => item.id === next) ?? null)}
      open={open}
      onOpenChange={setOpen}
      loading={found.isFetching}
      allowClear={!field.required}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      placeholder={look === "cell" ? "" : t("searchObject")}
      {...(invalid ? { status: "error" as const } : {})}
      autoFocus={autoFocus ?? false}
      size={look === "phone" ? "large" : "middle"}
      variant={look === "cell" ? "borderless" : "outlined"}
      style={{ width: "100%" }}
    />
  );
}

function Config({ config, onChange }: ConfigProps) {
  const t = fieldTexts.use();
  const types = useTypes();
  return (
    <div className={styles.setting}>
      <span className="t12 c2">{t("objectType")}</span>
      <Select
        aria-label={t("objectType")}
        value={config.objectType ?? null}
        onChange={(objectType: string | undefined) => onChange({ ...config, objectType })}
        options={types.map((type) => ({ value: type.key, label: type.name }))}
        allowClear
      />
    </div>
  );
}

export const kind: FieldKind = {
  key: "object",
  group: "link",
  order: 31,
  icon: BriefcaseBusiness,
  label: "object",
  hint: "objectHint",
  search: "yewuduixiang ywdx object kehu shangji",
  Picture: () => (
    <span className={styles.marks} aria-hidden="true">
      <BriefcaseBusiness size={22} />
    </span>
  ),
  Editor,
  Cell: ({ value }) => (isNamed(value) ? <span className="ell">{value.name}</span> : null),
  Config,
  roles: ["object"],
  operators: ["eq", "ne", "isEmpty", "isNotEmpty"],
  width: 160,
  write: (value) => (isNamed(value) ? (value.externalId ?? value.name) : ""),
  send: (value) => {
    const named = value as Named;
    return named.type && named.externalId ? { type: named.type, externalId: named.externalId } : { id: named.id };
  },
};
