import { Input, Modal } from "antd";
import { useState } from "react";
import { useWrite } from "@/lib/write";
import { FormProblem } from "@/ui/field-error";
import { tableTexts } from "./table-texts";
import { type View, viewsQuery } from "./views";

interface Props {
  title: string;
  name?: string;
  table: string;
  /** Stores the name, or the view under it. */
  run: (name: string, key: string) => Promise<View>;
  onDone: (view: View) => void;
  onClose: () => void;
}

/** Asks for the name of a view, and stays open with the reason when it is refused. */
export function ViewName({ title, name: before = "", table, run, onDone, onClose }: Props) {
  const t = tableTexts.use();
  const [name, setName] = useState(before);
  const keep = useWrite({ run, refresh: [viewsQuery(table).queryKey], onDone });
  const said = () => name.trim() && keep.mutate(name.trim());
  return (
    <Modal
      open
      title={title}
      okText={t("keepName")}
      okButtonProps={{ disabled: !name.trim() }}
      confirmLoading={keep.isPending}
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
      <FormProblem refusal={{ problem: keep.error ?? undefined, loose: keep.error?.errors ?? [] }} />
    </Modal>
  );
}
