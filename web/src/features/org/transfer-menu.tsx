import { Button, Dropdown } from "antd";
import { ArrowDownUp } from "lucide-react";
import { useNavigate } from "react-router";
import { useExport } from "@/ui/export-button";
import { orgTexts } from "./org-texts";

/** 导入导出 of people and units. */
export function TransferMenu({ mayImport, unit }: { mayImport: boolean; unit: string | undefined }) {
  const t = orgTexts.use();
  const navigate = useNavigate();
  const { run, isPending } = useExport();
  const begin = ({ key }: { key: string }) => {
    if (key === "importPeople") navigate("/imports/new/people");
    else if (key === "importUnits") navigate("/imports/new/units");
    else if (key === "exportPeople") run({ path: "/people:export", body: unit ? { unit } : {} });
    else run({ path: "/units:export", body: {} });
  };
  const keys = [
    ...(mayImport ? (["importPeople", "importUnits"] as const) : []),
    "exportPeople" as const,
    "exportUnits" as const,
  ];
  return (
    <Dropdown menu={{ items: keys.map((key) => ({ key, label: t(key) })), onClick: begin }} trigger={["click"]}>
      <Button type="text" icon={<ArrowDownUp size={14} />} loading={isPending}>
        {t("importAndExport")}
      </Button>
    </Dropdown>
  );
}
