import { Select } from "antd";
import { type Import, letterOf } from "./transfer";
import styles from "./transfer.module.css";
import { transferTexts } from "./transfer-texts";

interface Props {
  one: Import;
  onMap: (index: number, field: string | null) => void;
}

/** Each column of the file with its first values, and the field that it fills. */
export function MappingTable({ one, onMap }: Props) {
  const t = transferTexts.use();
  const options = one.fields.map((field) => ({
    value: field.key,
    label: field.required ? `${field.name} *` : field.name,
  }));
  return (
    <table className={styles.mapping}>
      <thead>
        <tr>
          <th scope="col">{t("column")}</th>
          <th scope="col">{t("sample")}</th>
          <th scope="col">{t("field")}</th>
        </tr>
      </thead>
      <tbody>
        {one.columns.map((column) => {
          const name = column.head || t("columnName", { letter: letterOf(column.index) });
          const samples = column.samples.filter(Boolean).slice(0, 3).join("，");
          return (
            <tr key={column.index}>
              <th scope="row">{name}</th>
              <td className={styles.samples} title={samples}>
                {samples}
              </td>
              <td>
                <Select
                  allowClear
                  showSearch={{ optionFilterProp: "label" }}
                  className={styles.field ?? ""}
                  aria-label={`${name}：${t("field")}`}
                  placeholder={t("leaveOut")}
                  value={column.field}
                  options={options}
                  onChange={(next: string | undefined) => onMap(column.index, next ?? null)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
