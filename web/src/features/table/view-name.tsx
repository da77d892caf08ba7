import { Input, Modal } from "antd";
import { useState } from "react";
import type { Problem } from "@/lib/problem";
import { FormProblem } from "@/ui/field-error";
import { tableTexts } from "./table-texts";

interface Props {
  title: string;
  name?: string;
  isBusy: boolean;
  problem: Problem | null;
  onName: (name: string) => void;
  onClose: () => void;
}

/** Asks for the name of a view. */
export function ViewName({ title, name: before = "", isBusy, problem, onName, onClose }: Props) {
  const t = tableTexts.use();
  const [name, setName] = useState(before);
  const said = () => name.trim() && onName(name.trim());
  return (
    <Modal
      open
      title={title}
      okText={t("keepName")}
      okButtonProps={{ disabled: !name.trim() }}
      confirmLoading={isBusy}
      onOk={said}
      onCancel={onClose}
      width={400}
    >
      <Input
        autoFocus
        aria-label={t("viewName")}
        placeholder={t("viewName")}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={said}
      />
      <FormProblem refusal={{ problem: problem ?? undefined, loose: problem?.errors ?? [] }} />
    </Modal>
  );
}
