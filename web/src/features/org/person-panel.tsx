import { useQuery } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import { useState } from "react";
import { api } from "@/lib/api";
import { useMay } from "@/lib/me";
import { useWrite } from "@/lib/write";
import { Chip } from "@/ui/chip";
import { SidePanel } from "@/ui/page";
import { Part } from "@/ui/part";
import { Load, useProblemText } from "@/ui/states";
import { Grants } from "./grants";
import { Invite } from "./invite";
import { Memberships } from "./memberships";
import { type Person, personQuery } from "./org";
import { orgTexts } from "./org-texts";
import { PersonForm } from "./person-form";
import styles from "./person-panel.module.css";

/** Everything about one person's place in the organisation. */
export function PersonPanel({ code, onClose }: { code: string; onClose: () => void }) {
  const t = orgTexts.use();
  const person = useQuery(personQuery(code));
  const may = useMay();
  const canWrite = may("people.write");
  const name = person.data?.name ?? code;
  return (
    <SidePanel
      title={name}
      note={
        person.data && (
          <span className="row">
            {person.data.code}
            {person.data.unit && ` · ${person.data.unit.name}`}
            {!person.data.active && <Chip look="outline">{t("left")}</Chip>}
          </span>
        )
      }
      label={name}
      onClose={onClose}
      footer={canWrite && person.data && <Employment person={person.data} />}
    >
      <Load query={person} what={t("profile")}>
        {(one) => (
          <div className={styles.sections}>
            <Profile person={one} canWrite={canWrite} />
            <Memberships person={one} canWrite={canWrite && one.active} />
            <Grants person={one} canWrite={canWrite && one.active} />
            {canWrite && one.active && <Invite person={one} />}
          </div>
        )}
      </Load>
    </SidePanel>
  );
}

function Profile({ person, canWrite }: { person: Person; canWrite: boolean }) {
  const t = orgTexts.use();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <PersonForm person={person} onDone={() => setOpen(false)} />;
  const facts = [
    [t("manager"), person.manager?.name],
    [t("email"), person.email],
    [t("mobile"), person.mobile],
    [t("accountState"), person.account ? t("hasAccount") : t("noAccount")],
  ] as const;
  return (
    <Part
      title={t("profile")}
      action={
        canWrite && (
          <Button type="link" size="small" onClick={() => setOpen(true)}>
            {t("edit")}
          </Button>
        )
      }
    >
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? <span className="c3">{t("none")}</span>}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function Employment({ person }: { person: Person }) {
  const t = orgTexts.use();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const change = useWrite({
    run: (active: boolean, key) => api.patch(`/people/${person.id}`, { active }, { key, version: person.version }),
    refresh: [["people"], ["units"]],
    onDone: (_, active) => void message.info(active ? t("restored") : t("ended")),
    onRefused: (problem) => message.error(problemText(problem)),
  });
  if (!person.active)
    return (
      <Button loading={change.isPending} onClick={() => change.mutate(true)}>
        {t("restore")}
      </Button>
    );
  return (
    <Popconfirm
      title={t("endAsk", { name: person.name })}
      description={<div style={{ maxWidth: 280 }}>{t("endHint")}</div>}
      okText={t("endNamed", { name: person.name })}
      okButtonProps={{ danger: true }}
      cancelText={t("cancel")}
      icon={null}
      onConfirm={() => change.mutateAsync(false).catch(() => undefined)}
    >
      <Button type="text" danger>
        {t("end")}
      </Button>
    </Popconfirm>
  );
}
