import { texts } from "@/lib/texts";

export const exportTexts = texts(
  {
    export: "导出",
    xlsx: "Excel 工作簿（.xlsx）",
    csv: "文本表格（.csv）",
    withIds: "带记录编号，改后可再导入（.xlsx）",
    begun: "行数较多，正在后台导出 {n} 行",
    open: "查看进度",
  },
  {
    export: "Export",
    xlsx: "Excel workbook (.xlsx)",
    csv: "Text table (.csv)",
    withIds: "With record IDs, to edit and import again (.xlsx)",
    begun: "{n} row is being exported in the background | {n} rows are being exported in the background",
    open: "See progress",
  },
);
