import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useEffect, useState } from "react";
import { api, type Page } from "@/lib/api";
import type { Ref } from "@/lib/me";
import { Avatar } from "@/ui/avatar";
import styles from "@/ui/person-picker.module.css";
import { uiTexts } from "@/ui/ui-texts";

interface PersonPickerProps {
  /** The person as the server answers it; the form keeps the whole reference, send `value.id`. */
  value?: Ref | null | undefined;
  onChange?: (person: Ref | undefined) => void;
  id?: string;
  placeholder?: string;
  disabled?: boolean;
  label?: string;
}

/** One person, searched on the server by name or code. Works as a field of an antd form. */
export function PersonPicker({ value, onChange, id, placeholder, disabled, label }: PersonPickerProps) {
  const t = uiTexts.use();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const people = useFoundPeople(typed, open);
  const found = people.data?.items ?? [];
  const known = value && !found.some((person) => person.id === value.id) && !typed ? [value, ...found] : found;
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label ?? t("person")}
      value={value?.id ?? null}
      options={known.map((person) => ({ value: person.id, label: person.name, code: person.code }))}
      optionRender={({ data }) => (
        <span className={styles.option}>
          <Avatar name={data.label} />
          <span className="ell">{data.label}</span>
          <span className="t12 c3 ell">{data.code}</span>
        </span>
      )}
      onChange={(next: string | null) => onChange?.(known.find((person) => person.id === next))}
      onOpenChange={setOpen}
      loading={people.isFetching}
      disabled={disabled ?? false}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      placeholder={placeholder ?? t("searchPerson")}
      notFoundContent={people.isFetching ? t("loading") : t("nobody")}
      popupRender={(list) => (
        <>
          {list}
          {people.data?.nextCursor && <p className={`${styles.more} t12 c3`}>{t("keepTyping")}</p>}
        </>
      )}
      style={{ width: "100%" }}
    />
  );
}

/** The first people whose name or code has what was typed, asked for while the list is open. */
export function useFoundPeople(typed: string, open: boolean) {
  const search = useSettled(typed.trim());
  return useQuery({
    queryKey: ["people", "search", search],
    queryFn: ({ signal }) => api.get<Page<Ref>>("/people", { q: search, active: true, limit: 20 }, signal),
    enabled: open,
    placeholderData: keepPreviousData,
  });
}

/** The text once typing has paused for 200 ms. */
export function useSettled(text: string, pause = 200) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text, pause]);
  return settled;
}
