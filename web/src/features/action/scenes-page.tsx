import { useQuery } from "@tanstack/react-query";
import { Button, Input, Modal } from "antd";
import { ChevronRight, Plus } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { api } from "@/lib/api";
import { useMay } from "@/lib/me";
import { type Scene, scenesQuery } from "@/lib/nodes";
import type { Problem } from "@/lib/problem";
import { useWrite } from "@/lib/write";
import { FormProblem } from "@/ui/field-error";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { Empty, Load } from "@/ui/states";
import { actionTexts } from "./action-texts";
import styles from "./scene.module.css";

/** All scenes, each with its nodes in their order. */
export default function ScenesPage() {
  const t = actionTexts.use();
  const may = useMay();
  const scenes = useQuery(scenesQuery);
  const [making, setMaking] = useState(false);
  const make = may("nodes.write") && (
    <Button type="primary" icon={<Plus size={14} />} onClick={() => setMaking(true)}>
      {t("newScene")}
    </Button>
  );
  return (
    <Page head={<PageHead title={t("scenes")} note={t("scenesHint")} actions={scenes.data?.length !== 0 && make} />}>
      <Load query={scenes} what={t("scenes")}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t("noScenes")} actions={make}>
              {t("noScenesHint")}
            </Empty>
          ) : (
            <ul className={`card ${styles.scenes}`}>
              {all.map((scene) => (
                <li key={scene.key}>
                  <Link to={`/scenes/${scene.key}`}>
                    <span className={styles.sceneName}>
                      <b className="ell">{scene.name}</b>
                      <span className="t13 c2">{scene.description}</span>
                    </span>
                    <Journey scene={scene} />
                    <ChevronRight size={16} aria-hidden="true" />
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Load>
      {making && <SceneDialog onClose={() => setMaking(false)} />}
    </Page>
  );
}

/** The nodes as stops of a line. */
function Journey({ scene }: { scene: Scene }) {
  const t = actionTexts.use();
  const shown = scene.nodes.slice(0, 6);
  return (
    <span className={styles.journey} title={t("nodesCount", { n: scene.nodes.length })}>
      {shown.map((node) => (
        <span key={node.key}>
          <i aria-hidden="true" />
          <span className="ell">{node.name}</span>
        </span>
      ))}
      {scene.nodes.length === 0 && <span className="c2">{t("noNodesYet")}</span>}
    </span>
  );
}

/** A new scene, or the name and description of one. */
export function SceneDialog({ scene, onClose }: { scene?: Scene; onClose: () => void }) {
  const t = actionTexts.use();
  const go = useNavigate();
  const [name, setName] = useState(scene?.name ?? "");
  const [description, setDescription] = useState(scene?.description ?? "");
  const [problem, setProblem] = useState<Problem>();
  const save = useWrite({
    run: (body: object, key) =>
      scene ? api.patch<Scene>(`/scenes/${scene.key}`, body, { key }) : api.post<Scene>("/scenes", body, { key }),
    refresh: [["scenes"]],
    onDone: (stored) => {
      onClose();
      if (!scene) go(`/scenes/${stored.key}`);
    },
    onRefused: setProblem,
  });
  const submit = () => save.mutate({ name: name.trim(), description });
  return (
    <Modal
      open
      title={scene ? t("editScene") : t("newScene")}
      okText={scene ? t("save") : t("create")}
      okButtonProps={{ disabled: !name.trim(), htmlType: "submit", form: "scene" }}
      confirmLoading={save.isPending}
      onCancel={onClose}
      width={480}
    >
      <form
        id="scene"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label htmlFor="scene-name">
          <span className="t12 c2">{t("sceneName")}</span>
          <Input
            id="scene-name"
            autoFocus
            value={name}
            placeholder={t("sceneNameHint")}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <label htmlFor="scene-description">
          <span className="t12 c2">{t("sceneDescription")}</span>
          <Input.TextArea
            id="scene-description"
            autoSize={{ minRows: 2 }}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </label>
        <FormProblem refusal={{ problem, loose: problem?.errors ?? [] }} />
      </form>
    </Modal>
  );
}
