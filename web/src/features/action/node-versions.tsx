import { useQuery } from "@tanstack/react-query";
import { Button, Popover } from "antd";
import { useState } from "react";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import type { ActionNode } from "@/lib/nodes";
import { Load } from "@/ui/states";
import { actionTexts } from "./action-texts";
import { useNodeWords } from "./node-words";
import styles from "./scene.module.css";

/** What the node said before, newest first. */
export function NodeVersions({ node }: { node: ActionNode }) {
  const t = actionTexts.use();
  const words = useNodeWords();
  const { moment } = useDates();
  const [open, setOpen] = useState(false);
  const versions = useQuery({
    queryKey: ["nodes", node.key, "versions", node.version],
    queryFn: ({ signal }) => api.all<ActionNode>(`/nodes/${node.key}/versions`, {}, signal),
    enabled: open,
  });
  return (
    <Popover
      trigger="click"
      placement="topRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className={styles.versions}>
          <Load query={versions}>
            {(all) => (
              <ol>
                {[...all]
                  .sort((a, b) => b.version - a.version)
                  .map((version) => (
                    <li key={version.version}>
                      <p>
                        <b>{t("versionOf", { n: version.version })}</b> {version.name}{" "}
                        {version.createdAt && (
                          <span className="t12 c2">{t("sinceWhen", { time: moment(version.createdAt) })}</span>
                        )}
                      </p>
                      <p className="t12 c2">
                        {words.when(version.trigger, (key) => key)} · {words.deadline(version).due} ·{" "}
                        {words.who(version.assignee)}
                      </p>
                    </li>
                  ))}
              </ol>
            )}
          </Load>
        </div>
      }
    >
      <Button type="link">{t("versions")}</Button>
    </Popover>
  );
}
