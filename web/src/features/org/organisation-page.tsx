import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Plus } from "lucide-react";
import { useSearchParams } from "react-router";
import { useMay } from "@/lib/me";
import { unitsQuery } from "@/lib/people";
import { useMedia } from "@/ui/media";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { UnitPicker } from "@/ui/unit-picker";
import { NewPersonPanel } from "./new-person-panel";
import { orgTexts } from "./org-texts";
import styles from "./organisation-page.module.css";
import { PeopleTable } from "./people-table";
import { PersonPanel } from "./person-panel";
import { TransferMenu } from "./transfer-menu";
import { UnitPanel } from "./unit-panel";
import { UnitTree } from "./unit-tree";

/** The organisation: units at the left, the people of the chosen one, details of one of them at the right. */
export default function OrganisationPage() {
  const t = orgTexts.use();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const units = useQuery(unitsQuery);
  const set = (changes: Record<string, string | undefined>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) value ? next.set(name, value) : next.delete(name);
        return next;
      },
      { replace: true },
    );
  const unit = units.data?.find((one) => one.code === search.get("unit"));
  const person = search.get("person");
  const panel = search.get("panel");
  // A panel takes the room of the tree where both don't fit.
  const narrow = useMedia(person || panel ? "(max-width: 1199px)" : "(max-width: 991px)");
  const open = (changes: { person?: string; panel?: string }) =>
    set({ person: undefined, panel: undefined, ...changes });
  const close = () => open({});
  const codeOf = (id: string | undefined) => units.data?.find((one) => one.id === id)?.code;
  const write = may("people.write");
  return (
    <Page
      full
      head={
        <PageHead
          title={t("organisation")}
          actions={
            !panel && (
              <>
                <TransferMenu mayImport={write} unit={unit?.code} />
                {write && <Button onClick={() => open({ panel: "new-unit" })}>{t("newUnit")}</Button>}
                {write && (
                  <Button
                    type={person ? "default" : "primary"}
                    icon={<Plus size={16} />}
                    onClick={() => open({ panel: "new-person" })}
                  >
                    {t("newPerson")}
                  </Button>
                )}
              </>
            )
          }
        />
      }
      panel={
        person ? (
          <PersonPanel key={person} code={person} onClose={close} />
        ) : panel === "new-person" && units.data ? (
          <NewPersonPanel unit={unit?.id} onClose={close} onCreated={(code) => open({ person: code })} />
        ) : panel === "new-unit" && units.data ? (
          <UnitPanel key="new" parent={unit?.id} onClose={close} />
        ) : panel === "unit" && unit ? (
          <UnitPanel
            key={unit.id}
            unit={unit}
            onClose={close}
            onDeleted={() => set({ unit: unit.parent?.code, panel: undefined })}
          />
        ) : null
      }
    >
      <div className={`${styles.columns} ${narrow ? styles.narrow : ""}`}>
        {narrow ? (
          <UnitPicker
            allowClear
            placeholder={t("allUnits")}
            value={unit?.id}
            onChange={(id) => set({ unit: codeOf(id) })}
          />
        ) : (
          <UnitTree
            query={units}
            chosen={unit?.code}
            onChoose={(code) => set({ unit: code })}
            onEdit={write ? (code) => set({ unit: code, person: undefined, panel: "unit" }) : undefined}
          />
        )}
        <PeopleTable unit={unit} chosen={person ?? undefined} onChoose={(code) => open({ person: code })} />
      </div>
    </Page>
  );
}
