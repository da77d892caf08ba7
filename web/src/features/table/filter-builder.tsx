import { Button, Segmented, Select } from "antd";
import { Plus, X } from "lucide-react";
import type { Condition, Filter } from "@/lib/filter";
import type { Field } from "@/lib/tables";
import { kindOf } from "@/ui/field/kinds";
import { added, asGroup, isGroup, type Path, replaced, takesList, takesValue, toggled } from "./filter-tree";
import styles from "./table.module.css";
import { tableTexts } from "./table-texts";

/** Fields that every record has besides the table's own. */
export function systemFields(t: ReturnType<typeof tableTexts.use>): Field[] {
  const made = (key: string, name: string, type: string): Field => ({
    id: key,
    key,
    name,
    type,
    required: false,
    config: {},
  });
  return [
    made("createdAt", t("createdAt"), "dateTime"),
    made("updatedAt", t("updatedAt"), "dateTime"),
    made("late", t("lateField"), "boolean"),
  ];
}

interface Props {
  table: string;
  fields: Field[];
  value: Filter | undefined;
  onChange: (filter: Filter | undefined) => void;
}

/** Conditions with and/or, groups inside groups. */
export function FilterBuilder(props: Props) {
  const tree: Filter = props.value ?? { and: [] };
  return (
    <div className={styles.filter}>
      <GroupBox {...props} tree={tree} path={[]} />
    </div>
  );
}

interface PartProps extends Props {
  tree: Filter;
  path: Path;
}

function GroupBox(props: PartProps) {
  const { tree, path, fields, onChange } = props;
  const t = tableTexts.use();
  const group = asGroup(path.reduce<Filter>((found, index) => asGroup(found).parts[index] ?? { and: [] }, tree));
  const fresh = (): Condition => {
    const field = fields[0];
    return { field: field?.key ?? "", op: kindOf(field?.type ?? "text").operators[0] ?? "eq" };
  };
  return (
    <fieldset className={path.length > 0 ? styles.group : styles.topGroup} aria-label={t("filter")}>
      <div className="row">
        <span className="t13 c2">{t("where")}</span>
        <Segmented<"and" | "or">
          size="small"
          value={group.kind}
          onChange={(kind) => onChange(toggled(tree, path, kind))}
          options={[
            { value: "and", label: t("allMet") },
            { value: "or", label: t("anyMet") },
          ]}
        />
        <span className="sp" />
        {path.length > 0 && <RemovePart onRemove={() => onChange(replaced(tree, path, undefined))} />}
      </div>
      {group.parts.map((part, index) => {
        const at = [...path, index];
        const key = at.join(".");
        return isGroup(part) ? (
          <GroupBox key={key} {...props} path={at} />
        ) : (
          <ConditionRow key={key} {...props} path={at} condition={part as Condition} />
        );
      })}
      <div className="row">
        <Button type="link" size="small" icon={<Plus size={14} />} onClick={() => onChange(added(tree, path, fresh()))}>
          {t("addCondition")}
        </Button>
        {path.length < 2 && (
          <Button
            type="link"
            size="small"
            icon={<Plus size={14} />}
            onClick={() => onChange(added(tree, path, { or: [fresh()] }))}
          >
            {t("addGroup")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function ConditionRow({ tree, path, condition, fields, table, onChange }: PartProps & { condition: Condition }) {
  const t = tableTexts.use();
  // Roles are names of fields, too: a drill says "unit", the table calls it "campus".
  const field = fields.find((one) => one.key === condition.field) ?? fields.find((one) => one.role === condition.field);
  const operators = kindOf(field?.type ?? "text").operators;
  const set = (part: Partial<Condition>) => onChange(replaced(tree, path, { ...condition, ...part }));
  return (
    <div className={styles.condition}>
      <Select
        aria-label={t("chooseField")}
        value={field?.key ?? condition.field}
        showSearch={{ optionFilterProp: "label" }}
        options={fields.map((one) => ({ value: one.key, label: one.name }))}
        onChange={(key: string) => {
          const next = fields.find((one) => one.key === key);
          onChange(replaced(tree, path, { field: key, op: kindOf(next?.type ?? "text").operators[0] ?? "eq" }));
        }}
      />
      <Select
        aria-label={t("where")}
        value={condition.op}
        options={[...new Set([...operators, condition.op])].map((op) => ({
          value: op,
          label: t(`op_${op}` as "op_eq"),
        }))}
        onChange={(op: string) =>
          set(takesList(op) !== takesList(condition.op) || op === "between" ? { op, value: undefined } : { op })
        }
      />
      <div className={styles.operand}>
        {field && takesValue(condition.op) && (
          <Operand field={field} table={table} condition={condition} onChange={(value) => set({ value })} />
        )}
      </div>
      <RemovePart onRemove={() => onChange(replaced(tree, path, undefined))} />
    </div>
  );
}

interface OperandProps {
  field: Field;
  table: string;
  condition: Condition;
  onChange: (value: unknown) => void;
}

function Operand({ field, table, condition, onChange }: OperandProps) {
  const t = tableTexts.use();
  const type = kindOf(field.type).operandType ?? field.type;
  const kind = kindOf(type);
  const choices = field.config.options ?? field.config.levels;
  if (choices && (takesList(condition.op) || field.type === "multiSelect" || field.type === "quality"))
    return (
      <Select
        aria-label={t("value")}
        {...(takesList(condition.op) ? { mode: "multiple" as const } : {})}
        value={(condition.value ?? (takesList(condition.op) ? [] : null)) as string}
        options={choices.map((choice) => ({ value: choice.key, label: choice.label }))}
        onChange={onChange}
        style={{ width: "100%" }}
      />
    );
  // A branch is looked for as a whole, and a status wherever it may have gone.
  const asked = { ...field, type, required: true, config: { ...field.config, anyLevel: true, transitions: undefined } };
  const editor = (value: unknown, change: (value: unknown) => void, label: string) => (
    <kind.Editor field={asked} table={table} label={label} value={value} onChange={change} />
  );
  if (condition.op === "between") {
    const [from, to] = Array.isArray(condition.value) ? condition.value : [];
    return (
      <>
        {editor(from, (next) => onChange([next, to]), t("from"))}
        {editor(to, (next) => onChange([from, next]), t("to"))}
      </>
    );
  }
  if (takesList(condition.op))
    return editor(
      Array.isArray(condition.value) ? condition.value[0] : undefined,
      (next) => onChange([next]),
      t("value"),
    );
  return editor(condition.value, onChange, t("value"));
}

function RemovePart({ onRemove }: { onRemove: () => void }) {
  const t = tableTexts.use();
  return <Button type="text" size="small" aria-label={t("removePart")} icon={<X size={14} />} onClick={onRemove} />;
}
