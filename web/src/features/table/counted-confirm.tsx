import { useQuery } from "@tanstack/react-query";
import { Popconfirm } from "antd";
import { type ReactElement, useState } from "react";
import { recordCountQuery } from "./record-queries";

interface Props {
  /** The table whose records are counted when it is asked. */
  table: string;
  title: (n: number | string) => string;
  okText: (n: number | string) => string;
  onConfirm: () => void;
  children: ReactElement;
}

/** Asks before something goes, and says how many records go with it; not to be confirmed before that is known. */
export function CountedConfirm({ table, title, okText, onConfirm, children }: Props) {
  const [open, setOpen] = useState(false);
  const count = useQuery({ ...recordCountQuery(table), enabled: open });
  const n = count.isFetching ? "…" : (count.data ?? "…");
  return (
    <Popconfirm
      title={title(n)}
      okText={okText(n)}
      okButtonProps={{ danger: true, disabled: typeof n !== "number" }}
      onOpenChange={setOpen}
      onConfirm={onConfirm}
    >
      {children}
    </Popconfirm>
  );
}
