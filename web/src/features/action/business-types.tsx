import { useQuery } from "@tanstack/react-query";
import { Button, Input, Modal, Select, Switch, Table } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { api } from "@/lib/api";
import { useMay } from "@/lib/me";
import type { Problem } from "@/lib/problem";
import { useWrite } from "@/lib/write";
import { Chip } from "@/ui/chip";
import { FormProblem } from "@/ui/field-error";
import { Load } from "@/ui/states";
import { actionTexts } from "./action-texts";
import { type EventType, eventTypesQuery, type ObjectType } from "./business-queries";
import styles from "./lists.module.css";

/** What can happen to business objects. */
export function EventTypes({ objectTypes }: { objectTypes: ObjectType[] }) {
  const t = actionTexts.use();
  const may = useMay();
  const types = useQuery(eventTypesQuery);
  const [making, setMaking] = useState(false);
  return (
    <>
      <Load query={types} what={t("eventTypes")}>
        {(all) => (
          <div className="card">
            <Table<EventType>
              rowKey="key"
              dataSource={all}
              pagination={false}
              locale={{ emptyText: t("noEvents") }}
              columns={[
                {
                  title: t("name"),
                  render: (_, type) => (
                    <span className="row">
                      {type.name}
                      {type.outcome && <Chip>{t("outcome")}</Chip>}
                    </span>
                  ),
                },
                { title: t("typeKey"), dataIndex: "key" },
                {
                  title: t("ofObject"),
                  render: (_, type) =>
                    objectTypes.find((one) => one.key === type.objectType)?.name ?? type.objectType ?? "",
                },
              ]}
            />
          </div>
        )}
      </Load>
      {may("model.write") && (
        <p className={styles.gap}>
          <Button icon={<Plus size={14} />} onClick={() => setMaking(true)}>
            {t("newEventType")}
          </Button>
        </p>
      )}
      {making && <TypeDialog objectTypes={objectTypes} onClose={() => setMaking(false)} />}
    </>
  );
}

/** A new type of object, or (with the object types given) of event. */
export function TypeDialog({ objectTypes, onClose }: { objectTypes?: ObjectType[]; onClose: () => void }) {
  const t = actionTexts.use();
  const [name, setName] = useState("");
  const [key, setKey] = useState("");
  const [objectType, setObjectType] = useState<string | undefined>(objectTypes?.[0]?.key);
  const [outcome, setOutcome] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const save = useWrite({
    run: (body: object, id) => api.post(objectTypes ? "/event-types" : "/object-types", body, { key: id }),
    refresh: [["event-types"], ["object-types"]],
    onDone: onClose,
    onRefused: setProblem,
  });
  return (
    <Modal
      open
      title={t(objectTypes ? "newEventType" : "newObjectType")}
      okText={t("create")}
      okButtonProps={{ disabled: !name.trim() || !key.trim(), htmlType: "submit", form: "type" }}
      confirmLoading={save.isPending}
      onCancel={onClose}
      width={440}
    >
      <form
        id="type"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({
            key: key.trim(),
            name: name.trim(),
            ...(objectTypes ? { objectType: objectType ?? null, outcome } : {}),
          });
        }}
      >
        <label htmlFor="type-name">
          <span className="t12 c2">{t("typeName")}</span>
          <Input id="type-name" autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label htmlFor="type-key">
          <span className="t12 c2">{t("typeKey")}</span>
          <Input id="type-key" value={key} onChange={(event) => setKey(event.target.value)} />
          <span className="t12 c2">{t("typeKeyHint")}</span>
        </label>
        {objectTypes && (
          <>
            <div>
              <span className="t12 c2">{t("ofObject")}</span>
              <Select
                aria-label={t("ofObject")}
                allowClear
                value={objectType ?? null}
                options={objectTypes.map((type) => ({ value: type.key, label: type.name }))}
                onChange={(next: string | undefined) => setObjectType(next)}
              />
            </div>
            <div className="row">
              <Switch aria-label={t("outcome")} checked={outcome} onChange={setOutcome} />
              {t("outcome")} <span className="t12 c2">{t("outcomeHint")}</span>
            </div>
          </>
        )}
        <FormProblem refusal={{ problem, loose: problem?.errors ?? [] }} />
      </form>
    </Modal>
  );
}
