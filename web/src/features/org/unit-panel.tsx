import { useQuery } from "@tanstack/react-query";
import { App, AutoComplete, Button, Form, Input, Popconfirm } from "antd";
import { useState } from "react";
import { api } from "@/lib/api";
import { type Unit, unitsQuery } from "@/lib/people";
import { useWrite } from "@/lib/write";
import { FormProblem, useFormProblem } from "@/ui/field-error";
import { SidePanel } from "@/ui/page";
import { useProblemText } from "@/ui/states";
import { UnitPicker } from "@/ui/unit-picker";
import { useKindName } from "./kind-name";
import { codePattern, unitKinds } from "./org";
import { orgTexts } from "./org-texts";

interface UnitPanelProps {
  /** The unit to change; without it a new one is made. */
  unit?: Unit;
  /** Where a new unit starts: an id. */
  parent?: string | undefined;
  onClose: () => void;
  onDeleted?: () => void;
}

interface UnitFields {
  name: string;
  code: string;
  kind: string;
  parent?: string | undefined;
}

/** Creates, renames, moves and (when empty) deletes a unit. */
export function UnitPanel({ unit, parent, onClose, onDeleted }: UnitPanelProps) {
  const t = orgTexts.use();
  const { message } = App.useApp();
  const [form] = Form.useForm<UnitFields>();
  const refusal = useFormProblem(form);
  const save = useWrite({
    run: ({ parent = null as never, ...fields }: UnitFields, key) => {
      const place = parent ? { id: parent } : null;
      return unit
        ? api.patch(`/units/${unit.id}`, { name: fields.name, kind: fields.kind, parent: place }, { key })
        : api.post("/units", { ...fields, parent: place }, { key });
    },
    refresh: [["units"], ["people"]],
    onDone: () => {
      message.info(t("saved"));
      onClose();
    },
    onRefused: refusal.show,
  });
  const isTop = unit !== undefined && unit.parent === null;
  return (
    <SidePanel
      title={unit ? t("editUnit") : t("newUnit")}
      width={364}
      onClose={onClose}
      footer={
        <>
          <Button type="primary" loading={save.isPending} onClick={form.submit}>
            {unit ? t("save") : t("createUnit")}
          </Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <span className="sp" />
          {unit && !isTop && <DeleteUnit unit={unit} onDeleted={onDeleted ?? onClose} />}
        </>
      }
    >
      <Form
        form={form}
        name="unit"
        layout="vertical"
        initialValues={unit ? { ...unit, parent: unit.parent?.id } : { parent }}
        onFinish={(fields) => save.mutate(fields)}
        onValuesChange={refusal.clear}
      >
        <Form.Item
          name="name"
          label={t("unitName")}
          rules={[{ required: true, whitespace: true, message: t("unitNameNeeded") }]}
        >
          <Input autoFocus={!unit} />
        </Form.Item>
        <Form.Item
          name="code"
          label={t("code")}
          extra={unit ? undefined : t("unitCodeHint")}
          rules={[
            { required: true, message: t("codeNeeded") },
            { pattern: codePattern, message: t("codePattern") },
          ]}
        >
          <Input disabled={unit !== undefined} autoCapitalize="off" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="kind"
          label={t("kind")}
          extra={t("kindHint")}
          rules={[{ required: true, message: t("kindNeeded") }]}
        >
          <KindField />
        </Form.Item>
        {isTop ? (
          <Form.Item label={t("parent")}>
            <span className="c3">{t("topUnit")}</span>
          </Form.Item>
        ) : (
          <Form.Item name="parent" label={t("parent")} rules={[{ required: true, message: t("unitNeeded") }]}>
            <UnitPicker label={t("parent")} {...(unit ? { without: unit.id } : {})} />
          </Form.Item>
        )}
        <FormProblem refusal={refusal} />
      </Form>
    </SidePanel>
  );
}

/** The kinds with a name, those in use, or one of the company's own. */
function KindField({ value, onChange, id }: { value?: string; onChange?: (kind: string) => void; id?: string }) {
  const kindName = useKindName();
  const units = useQuery(unitsQuery);
  const [typed, setTyped] = useState<string>();
  const kinds = [...new Set([...unitKinds, ...(units.data ?? []).map((unit) => unit.kind)])];
  const choose = (text: string) =>
    onChange?.(kinds.find((kind) => kindName(kind) === text) ?? text.trim().toLowerCase());
  return (
    <AutoComplete
      {...(id ? { id } : {})}
      value={typed ?? (value ? kindName(value) : "")}
      options={kinds.map((kind) => ({ value: kindName(kind) }))}
      onChange={(text: string) => {
        setTyped(text);
        choose(text);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

function DeleteUnit({ unit, onDeleted }: { unit: Unit; onDeleted: () => void }) {
  const t = orgTexts.use();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const units = useQuery(unitsQuery);
  const below = units.data?.filter((one) => one.parent?.id === unit.id).length ?? 0;
  const people = unit.people ?? 0;
  const remove = useWrite({
    run: (id: string, key) => api.remove(`/units/${id}`, { key }),
    refresh: [["units"]],
    onDone: onDeleted,
    onRefused: (problem) => message.error(problemText(problem)),
  });
  const isEmpty = below + people === 0;
  return (
    <Popconfirm
      title={isEmpty ? t("deleteUnitAsk", { name: unit.name }) : t("unitNotEmpty", { people, below })}
      okText={t("deleteNamed", { name: unit.name })}
      okButtonProps={{ danger: true, style: isEmpty ? {} : { display: "none" } }}
      cancelText={t("cancel")}
      icon={null}
      onConfirm={() => remove.mutateAsync(unit.id).catch(() => undefined)}
    >
      <Button danger type="text">
        {t("deleteUnit")}
      </Button>
    </Popconfirm>
  );
}
