import { useQuery } from "@tanstack/react-query";
import { App, Button, DatePicker, Input, InputNumber, Popconfirm, Select } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { api } from "@/lib/api";
import { type ActionNode, nodesQuery, type Scene } from "@/lib/nodes";
import type { Problem } from "@/lib/problem";
import { tablesQuery } from "@/lib/tables";
import { useWrite } from "@/lib/write";
import { Chip } from "@/ui/chip";
import { FormProblem } from "@/ui/field-error";
import { SidePanel } from "@/ui/page";
import { actionTexts } from "./action-texts";
import { type AssigneeDraft, AssigneeEditor, assigneeDraft, sendAssignee } from "./assignee-editor";
import { EvidenceNeeds } from "./evidence-needs";
import { NodeVersions } from "./node-versions";
import styles from "./scene.module.css";
import { SpanSlot } from "./slot";
import { isoOf, type Span, spanOf } from "./span";
import { TriggerEditor } from "./trigger-editor";

interface Props {
  scene: Scene;
  /** Left out for a node that is being added. */
  node?: ActionNode;
  place?: number;
  onClose: () => void;
}

interface Draft {
  name: string;
  why: string;
  table: string | undefined;
  assignee: AssigneeDraft;
  trigger: ActionNode["trigger"];
  grace: Span | undefined;
  evidence: ActionNode["evidence"];
  weight: number;
  validFrom: string | null;
  validUntil: string | null;
}

const draftOf = (node: ActionNode | undefined): Draft => ({
  name: node?.name ?? "",
  why: node?.why ?? "",
  table: node?.table,
  assignee: assigneeDraft(node?.assignee),
  trigger: node?.trigger ?? { kind: "cadence", times: 1, per: "week" },
  grace: spanOf(node?.grace),
  evidence: node?.evidence ?? [],
  weight: Number(node?.weight ?? 1),
  validFrom: node?.validFrom ?? null,
  validUntil: node?.validUntil ?? null,
});

const bodyOf = (draft: Draft, scene: string, isNew: boolean) => ({
  scene,
  ...(isNew ? { table: draft.table } : {}),
  name: draft.name.trim(),
  why: draft.why,
  assignee: sendAssignee(draft.assignee),
  trigger: draft.trigger,
  grace: isoOf(draft.grace),
  evidence: draft.evidence,
  weight: draft.weight,
  validFrom: draft.validFrom,
  validUntil: draft.validUntil,
});

/** Who does what, when, with which proof: as sentences with slots. */
export function NodeInspector({ scene, node, place, onClose }: Props) {
  const t = actionTexts.use();
  const { message } = App.useApp();
  const tables = (useQuery(tablesQuery).data ?? []).filter((table) => table.actionTable);
  const [draft, setDraft] = useState(() => draftOf(node));
  const [before] = useState(() => JSON.stringify(draftOf(node)));
  const [problem, setProblem] = useState<Problem>();
  const set = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const table = draft.table ?? tables[0]?.key;
  const changed = JSON.stringify(draft) !== before;
  const save = useWrite({
    run: (body: object, key) =>
      node ? api.patch<ActionNode>(`/nodes/${node.key}`, body, { key }) : api.post<ActionNode>("/nodes", body, { key }),
    refresh: [["scenes"], nodesQuery.queryKey, ["nodes"]],
    onDone: (stored) => {
      message.success(
        node
          ? t("savedVersion", { n: stored.version })
          : t(stored.trigger.kind === "manual" ? "addedManual" : "addedNode", { name: stored.name }),
      );
      if (!node) onClose();
    },
    onRefused: setProblem,
  });
  const remove = useWrite({
    run: (key: string, id) => api.remove(`/nodes/${key}`, { key: id }),
    refresh: [["scenes"], ["nodes"]],
    onDone: () => {
      message.success(t("deletedNode", { name: node?.name ?? "" }));
      onClose();
    },
    onRefused: setProblem,
  });
  return (
    <SidePanel
      title={node ? `${place} ${node.name}` : t("addNode")}
      tools={node && <Chip look="outline">{t("versionOf", { n: node.version })}</Chip>}
      width={372}
      onClose={onClose}
      footer={
        <>
          <Button
            type="primary"
            loading={save.isPending}
            disabled={!draft.name.trim() || !table || (node !== undefined && !changed)}
            onClick={() => save.mutate(bodyOf({ ...draft, table }, scene.key, !node))}
          >
            {t("save")}
          </Button>
          <span className="t12 c2">{node && changed && t("unsaved")}</span>
          <span className="sp" />
          {node && <NodeVersions node={node} />}
        </>
      }
    >
      <div className={styles.form}>
        <label htmlFor="node-name">
          <span className="t12 c2">{t("nodeName")}</span>
          <Input
            id="node-name"
            autoFocus={!node}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </label>
        <label htmlFor="node-why">
          <span className="t12 c2">{t("why")}</span>
          <Input.TextArea
            id="node-why"
            autoSize={{ minRows: 2 }}
            placeholder={t("whyHint")}
            value={draft.why}
            onChange={(event) => set({ why: event.target.value })}
          />
        </label>
        <div className={styles.part}>
          <span className="t12 c2">{t("table")}</span>
          <Select
            aria-label={t("table")}
            disabled={node !== undefined}
            value={table ?? null}
            options={tables.map((one) => ({ value: one.key, label: one.name }))}
            onChange={(key: string) => set({ table: key })}
            notFoundContent={t("noActionTable")}
          />
        </div>
        <AssigneeEditor
          value={draft.assignee}
          onEvent={draft.trigger.kind === "event"}
          onChange={(assignee) => set({ assignee })}
        />
        <TriggerEditor value={draft.trigger} onChange={(trigger) => set({ trigger })} />
        {draft.trigger.kind !== "manual" && (
          <div className={styles.part}>
            <span className="t12 c2">{t("grace")}</span>
            <div className={styles.sentence}>
              <Select
                size="small"
                variant="filled"
                aria-label={t("grace")}
                value={draft.grace ? "some" : "none"}
                options={[
                  { value: "none", label: t("noGrace") },
                  { value: "some", label: t("grace") },
                ]}
                onChange={(value: string) => set({ grace: value === "none" ? undefined : { n: 1, unit: "days" } })}
              />
              {draft.grace && <SpanSlot label={t("grace")} value={draft.grace} onChange={(grace) => set({ grace })} />}
            </div>
            <span className="t12 c2">{t("graceHint")}</span>
          </div>
        )}
        <EvidenceNeeds value={draft.evidence} onChange={(evidence) => set({ evidence })} />
        <div className={styles.three}>
          <div className={styles.part}>
            <span className="t12 c2">{t("weight")}</span>
            <InputNumber
              aria-label={t("weight")}
              min={0}
              max={100}
              value={draft.weight}
              onChange={(weight) => set({ weight: weight ?? 1 })}
              style={{ width: "100%" }}
            />
          </div>
          <Day
            label={t("validFrom")}
            hint={t("startNow")}
            value={draft.validFrom}
            onChange={(validFrom) => set({ validFrom })}
          />
          <Day
            label={t("validUntil")}
            hint={t("noEnd")}
            value={draft.validUntil}
            onChange={(validUntil) => set({ validUntil })}
          />
        </div>
        <FormProblem refusal={{ problem, loose: problem?.errors ?? [] }} />
        <p className={styles.note}>{node ? t("saveMakes", { n: node.version + 1 }) : t("saveNew")}</p>
        {node && (
          <Popconfirm
            title={t("deleteNodeAsk", { name: node.name })}
            okText={t("deleteNode")}
            okButtonProps={{ danger: true }}
            onConfirm={() => remove.mutate(node.key)}
          >
            <Button type="text" danger className={styles.stopButton ?? ""}>
              {t("deleteNode")}
            </Button>
          </Popconfirm>
        )}
      </div>
    </SidePanel>
  );
}

function Day({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint: string;
  value: string | null;
  onChange: (day: string | null) => void;
}) {
  return (
    <div className={styles.part}>
      <span className="t12 c2">{label}</span>
      <DatePicker
        aria-label={label}
        placeholder={hint}
        value={value ? dayjs(value) : null}
        onChange={(day) => onChange(day ? day.format("YYYY-MM-DD") : null)}
      />
    </div>
  );
}
