import { Button, Checkbox, InputNumber, Popover, Segmented, Select } from "antd";
import { ArrowUpDown, EyeOff, ListFilter, Plus, Rows3, X } from "lucide-react";
import type { SortColumn } from "react-data-grid";
import type { Filter } from "@/lib/filter";
import type { DataTable } from "@/lib/tables";
import { kindOf } from "@/ui/field/kinds";
import { Sortable } from "@/ui/sortable";
import { FilterBuilder, systemFields } from "./filter-builder";
import { asked, countOf } from "./filter-tree";
import styles from "./table.module.css";
import { tableTexts } from "./table-texts";
import { type Density, type Look, orderedFields } from "./view-state";

interface Props {
  table: DataTable;
  look: Look;
  onLook: (part: Partial<Look>) => void;
  filter: Filter | undefined;
  onFilter: (filter: Filter | undefined) => void;
  sort: SortColumn[];
  onSort: (sort: SortColumn[]) => void;
}

/** 筛选, 排序, 列, 行高. */
export function GridTools(props: Props) {
  const { table, look, onLook, filter, onFilter } = props;
  const t = tableTexts.use();
  const count = countOf(asked(filter));
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomLeft"
        content={
          <FilterBuilder
            table={table.key}
            fields={[...table.fields, ...systemFields(t)]}
            value={filter}
            onChange={onFilter}
          />
        }
      >
        <Button type="text" icon={<ListFilter size={14} />} className={count > 0 ? (styles.on ?? "") : ""}>
          {count > 0 ? t("filterN", { n: count }) : t("filter")}
        </Button>
      </Popover>
      <SortTool {...props} />
      <ColumnTool {...props} />
      <Popover
        trigger="click"
        placement="bottomLeft"
        content={
          <Segmented<Density>
            value={look.density}
            onChange={(density) => onLook({ density })}
            options={[
              { value: 32, label: t("dense") },
              { value: 36, label: t("normal") },
              { value: 48, label: t("loose") },
            ]}
          />
        }
      >
        <Button type="text" icon={<Rows3 size={14} />}>
          {t("density")}
        </Button>
      </Popover>
    </>
  );
}

function SortTool({ table, sort, onSort }: Props) {
  const t = tableTexts.use();
  const fields = table.fields.filter((field) => kindOf(field.type).sortable);
  const free = fields.filter((field) => !sort.some((one) => one.columnKey === field.key));
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={
        <div className={styles.menu}>
          {sort.map((one) => (
            <div key={one.columnKey} className={styles.sortRow}>
              <Select
                aria-label={t("chooseField")}
                value={one.columnKey}
                options={fields.map((field) => ({ value: field.key, label: field.name }))}
                onChange={(columnKey: string) =>
                  onSort(sort.map((other) => (other === one ? { ...one, columnKey } : other)))
                }
              />
              <Segmented<SortColumn["direction"]>
                value={one.direction}
                onChange={(direction) => onSort(sort.map((other) => (other === one ? { ...one, direction } : other)))}
                options={[
                  { value: "ASC", label: t("ascending") },
                  { value: "DESC", label: t("descending") },
                ]}
              />
              <Button
                type="text"
                size="small"
                aria-label={t("removePart")}
                icon={<X size={14} />}
                onClick={() => onSort(sort.filter((other) => other !== one))}
              />
            </div>
          ))}
          <Button
            type="link"
            size="small"
            disabled={free.length === 0 || sort.length >= 3}
            icon={<Plus size={14} />}
            onClick={() => free[0] && onSort([...sort, { columnKey: free[0].key, direction: "ASC" }])}
          >
            {t("addSort")}
          </Button>
        </div>
      }
    >
      <Button type="text" icon={<ArrowUpDown size={14} />} className={sort.length > 0 ? (styles.on ?? "") : ""}>
        {sort.length > 0 ? t("sortN", { n: sort.length }) : t("sort")}
      </Button>
    </Popover>
  );
}

function ColumnTool({ table, look, onLook }: Props) {
  const t = tableTexts.use();
  const fields = orderedFields(table, look.order);
  const hidden = fields.filter((field) => look.hidden.includes(field.key)).length;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={
        <div className={styles.menu}>
          <Sortable
            items={fields}
            idOf={(field) => field.key}
            nameOf={(field) => field.name}
            onOrder={(next) => onLook({ order: next.map((field) => field.key) })}
            rowClassName={styles.columnRow}
          >
            {(field) => (
              <Checkbox
                checked={!look.hidden.includes(field.key)}
                onChange={(event) =>
                  onLook({
                    hidden: event.target.checked
                      ? look.hidden.filter((key) => key !== field.key)
                      : [...look.hidden, field.key],
                  })
                }
              >
                {field.name}
              </Checkbox>
            )}
          </Sortable>
          <div className="row">
            <InputNumber
              size="small"
              min={0}
              max={3}
              aria-label={t("frozen", { n: look.frozen })}
              value={look.frozen}
              onChange={(frozen) => onLook({ frozen: frozen ?? 0 })}
              style={{ width: 64 }}
            />
            <span className="t13 c2">{t("frozen", { n: look.frozen })}</span>
            <span className="sp" />
            {hidden > 0 && (
              <Button type="link" size="small" onClick={() => onLook({ hidden: [] })}>
                {t("showAll")}
              </Button>
            )}
          </div>
        </div>
      }
    >
      <Button type="text" icon={<EyeOff size={14} />}>
        {hidden > 0 ? t("hiddenN", { n: hidden }) : t("columns")}
      </Button>
    </Popover>
  );
}
