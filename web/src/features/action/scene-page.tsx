import { useQuery } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import { Camera, FileText, Link2, Mic, Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { api } from "@/lib/api";
import { useMay } from "@/lib/me";
import { type ActionNode, type Scene, scenesQuery } from "@/lib/nodes";
import { useWrite } from "@/lib/write";
import { Chip } from "@/ui/chip";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { Sortable } from "@/ui/sortable";
import { Empty, Load, useProblemText } from "@/ui/states";
import { actionTexts } from "./action-texts";
import { eventTypesQuery } from "./business-queries";
import { NodeInspector } from "./node-inspector";
import { useNodeWords } from "./node-words";
import styles from "./scene.module.css";
import { SceneDialog } from "./scenes-page";
import { SevenDays, useSevenDays } from "./seven-days";

/** One scene as a timetable of its nodes. */
export default function ScenePage() {
  const { key = "" } = useParams();
  const scenes = useQuery(scenesQuery);
  const t = actionTexts.use();
  return (
    <Load query={scenes} what={t("scenes")}>
      {(all) => {
        const scene = all.find((one) => one.key === key);
        return scene ? <Timetable key={scene.key} scene={scene} /> : <Empty title={t("noScenes")} />;
      }}
    </Load>
  );
}

function Timetable({ scene }: { scene: Scene }) {
  const t = actionTexts.use();
  const may = useMay();
  const go = useNavigate();
  const { message } = App.useApp();
  const text = useProblemText();
  const [address, setAddress] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const chosen = address.get("node");
  const writable = may("nodes.write");
  const seven = useSevenDays();
  const order = useWrite({
    run: async (nodes: ActionNode[], key) => {
      // Only those that moved, in their order.
      for (const [position, node] of nodes.entries())
        if (node.position !== position)
          await api.patch(`/nodes/${node.key}`, { position }, { key: `${key}-${node.key}` });
    },
    refresh: [["scenes"], ["nodes"]],
    onRefused: (problem) => message.error(text(problem)),
  });
  const remove = useWrite({
    run: (key: string, id) => api.remove(`/scenes/${key}`, { key: id }),
    refresh: [["scenes"], ["nodes"]],
    onDone: () => go("/scenes"),
    onRefused: (problem) => message.error(text(problem)),
  });
  const nodes = order.isPending && order.variables ? order.variables : scene.nodes;
  const place = nodes.findIndex((node) => node.key === chosen);
  const open = (key: string | undefined) => setAddress(key === undefined ? {} : { node: key }, { replace: true });
  const add = writable && (
    <Button type={nodes.length === 0 ? "primary" : "default"} icon={<Plus size={14} />} onClick={() => open("")}>
      {t("addNode")}
    </Button>
  );
  return (
    <Page
      head={
        <PageHead
          title={scene.name}
          trail={[{ label: t("scenes"), to: "/scenes" }]}
          note={scene.description}
          actions={
            <>
              {writable && (
                <>
                  <Button type="text" onClick={() => setEditing(true)}>
                    {t("editScene")}
                  </Button>
                  <Popconfirm
                    title={t("deleteSceneAsk", { name: scene.name, n: scene.nodes.length })}
                    okText={t("deleteSceneDo", { n: scene.nodes.length })}
                    okButtonProps={{ danger: true }}
                    onConfirm={() => remove.mutate(scene.key)}
                  >
                    <Button type="text">{t("deleteScene")}</Button>
                  </Popconfirm>
                </>
              )}
              {nodes.length > 0 && add}
            </>
          }
        />
      }
      panel={
        chosen === "" ? (
          <NodeInspector scene={scene} onClose={() => open(undefined)} />
        ) : nodes[place] ? (
          <NodeInspector
            key={`${chosen}.${nodes[place].version}`}
            scene={scene}
            node={nodes[place]}
            place={place + 1}
            onClose={() => open(undefined)}
          />
        ) : undefined
      }
    >
      {nodes.length === 0 ? (
        <Empty title={t("noNodesYet")} actions={add}>
          {t("noNodesYetHint")}
        </Empty>
      ) : (
        <div className={`card ${styles.table}`}>
          <div className={`${styles.head} t13 c2`} aria-hidden="true">
            <span>{t("node")}</span>
            <span>{t("trigger")}</span>
            <span>{t("deadline")}</span>
            <span>{t("evidence")}</span>
            <span>{t("lastSeven")}</span>
          </div>
          <Sortable
            items={nodes}
            idOf={(node) => node.key}
            nameOf={(node) => node.name}
            onOrder={(next) => order.mutate(next)}
            disabled={!writable}
            rowClassName={styles.stop}
          >
            {(node, index) => (
              <NodeRow node={node} place={index + 1} chosen={node.key === chosen} onOpen={() => open(node.key)}>
                <SevenDays counts={seven.of(node.key)} />
              </NodeRow>
            )}
          </Sortable>
        </div>
      )}
      {editing && <SceneDialog scene={scene} onClose={() => setEditing(false)} />}
    </Page>
  );
}

const icons = { photo: Camera, recording: Mic, document: FileText, link: Link2 };

interface RowProps {
  node: ActionNode;
  place: number;
  chosen: boolean;
  onOpen: () => void;
  children: React.ReactNode;
}

function NodeRow({ node, place, chosen, onOpen, children }: RowProps) {
  const t = actionTexts.use();
  const words = useNodeWords();
  const types = useQuery(eventTypesQuery).data;
  const eventName = useMemo(() => (key: string) => types?.find((type) => type.key === key)?.name ?? key, [types]);
  const { due, grace } = words.deadline(node);
  return (
    <button type="button" className={styles.node} aria-current={chosen} onClick={onOpen}>
      <span className={styles.number} aria-hidden="true">
        {place}
      </span>
      <span className={styles.cell}>
        <b className="ell">{node.name}</b>
        <span className="t12 c2">{node.why}</span>
      </span>
      <span className={styles.cell}>
        {words.when(node.trigger, eventName)}
        <span className="t12 c2">{words.who(node.assignee)}</span>
      </span>
      <span className={styles.cell}>
        {due}
        {grace && (
          <span className="t12 c2">
            {t("grace")} {grace}
          </span>
        )}
      </span>
      <span className={styles.needs}>
        {node.evidence.map((need) => {
          const Icon = icons[need.kind];
          return (
            <Chip key={need.kind}>
              <Icon size={12} aria-hidden="true" />
              {t(`kind_${need.kind}`)}
              {need.min > 1 && ` ${need.min}`}
            </Chip>
          );
        })}
      </span>
      <span className={styles.cell}>{children}</span>
    </button>
  );
}
