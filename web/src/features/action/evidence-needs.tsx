import { Button, Dropdown } from "antd";
import { Camera, FileText, Link2, Mic, Plus, X } from "lucide-react";
import type { EvidenceNeed } from "@/lib/expectations";
import { actionTexts } from "./action-texts";
import styles from "./scene.module.css";
import { ChoiceSlot, NumberSlot } from "./slot";

const icons = { photo: Camera, recording: Mic, document: FileText, link: Link2 };
const kinds = ["photo", "recording", "document", "link"] as const;

/** Which proof an action needs, how much, and whether it may come later. */
export function EvidenceNeeds({
  value,
  onChange,
}: {
  value: EvidenceNeed[];
  onChange: (needs: EvidenceNeed[]) => void;
}) {
  const t = actionTexts.use();
  const change = (kind: string, part: Partial<EvidenceNeed>) =>
    onChange(value.map((need) => (need.kind === kind ? { ...need, ...part } : need)));
  const free = kinds.filter((kind) => !value.some((need) => need.kind === kind));
  return (
    <div className={styles.part}>
      <span className="t12 c2">{t("evidenceNeeded")}</span>
      {value.map((need) => {
        const Icon = icons[need.kind];
        return (
          <div key={need.kind} className={styles.need}>
            <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
            <span>{t(`kind_${need.kind}`)}</span>
            <span className="t12 c2">{t("atLeast")}</span>
            <NumberSlot
              label={`${t(`kind_${need.kind}`)} ${t("atLeast")}`}
              most={20}
              value={need.min}
              onChange={(min) => change(need.kind, { min })}
            />
            <span className="sp" />
            <ChoiceSlot
              label={t(`kind_${need.kind}`)}
              value={need.mode}
              options={(["expected", "required"] as const).map((mode) => ({ value: mode, label: t(`mode_${mode}`) }))}
              onChange={(mode) => change(need.kind, { mode })}
            />
            <Button
              type="text"
              size="small"
              aria-label={t("removeEvidence", { kind: t(`kind_${need.kind}`) })}
              icon={<X size={14} />}
              onClick={() => onChange(value.filter((other) => other !== need))}
            />
          </div>
        );
      })}
      {free.length > 0 && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: free.map((kind) => ({
              key: kind,
              label: t(`kind_${kind}`),
              onClick: () => onChange([...value, { kind, min: 1, mode: "expected" }]),
            })),
          }}
        >
          <Button type="link" size="small" icon={<Plus size={14} />} className={styles.add ?? ""}>
            {t("addEvidence")}
          </Button>
        </Dropdown>
      )}
    </div>
  );
}
