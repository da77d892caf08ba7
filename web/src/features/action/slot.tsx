import { InputNumber, Select } from "antd";
import { actionTexts } from "./action-texts";
import styles from "./scene.module.css";
import type { Span } from "./span";

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** A word of a sentence that can be changed. */
export function ChoiceSlot<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Select<T>
      className={styles.slot ?? ""}
      variant="filled"
      size="small"
      aria-label={label}
      value={value}
      options={options}
      onChange={onChange}
      popupMatchSelectWidth={false}
    />
  );
}

export function NumberSlot({
  label,
  value,
  onChange,
  most = 999,
}: {
  label: string;
  value: number;
  most?: number;
  onChange: (value: number) => void;
}) {
  return (
    <InputNumber
      className={styles.numberSlot ?? ""}
      size="small"
      variant="filled"
      aria-label={label}
      min={1}
      max={most}
      precision={0}
      value={value}
      onChange={(next) => onChange(next ?? 1)}
    />
  );
}

export function SpanSlot({ label, value, onChange }: { label: string; value: Span; onChange: (span: Span) => void }) {
  const t = actionTexts.use();
  return (
    <>
      <NumberSlot label={label} value={value.n} onChange={(n) => onChange({ ...value, n })} />
      <ChoiceSlot
        label={label}
        value={value.unit}
        options={[
          { value: "days", label: t("unit_days") },
          { value: "hours", label: t("unit_hours") },
        ]}
        onChange={(unit) => onChange({ ...value, unit })}
      />
    </>
  );
}
