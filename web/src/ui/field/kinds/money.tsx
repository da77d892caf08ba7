import { Select } from "antd";
import { Banknote } from "lucide-react";
import styles from "@/ui/field/field.module.css";
import type { ConfigProps, EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { NumberSettings } from "@/ui/field/number-config";
import { grouped, NumberEditor, readNumber } from "@/ui/field/number-editor";
import { InputPicture } from "@/ui/field/pictures";

interface Money {
  amount: string;
  currency: string;
}

const isMoney = (value: unknown): value is Money => typeof value === "object" && value !== null && "amount" in value;
const signs: Record<string, string> = { CNY: "¥", USD: "$", EUR: "€", HKD: "HK$", JPY: "¥", GBP: "£" };
const signOf = (currency: string) => signs[currency] ?? `${currency} `;

function Editor(props: EditorProps) {
  const currency = (isMoney(props.value) ? props.value.currency : undefined) ?? props.field.config.currency ?? "CNY";
  return (
    <NumberEditor
      {...props}
      prefix={signOf(currency)}
      value={isMoney(props.value) ? props.value.amount : null}
      onChange={(amount) => props.onChange(amount === null ? null : { amount: String(amount), currency })}
    />
  );
}

function Config(props: ConfigProps) {
  const t = fieldTexts.use();
  return (
    <>
      <div className={styles.setting}>
        <span className="t12 c2">{t("currency")}</span>
        <Select
          aria-label={t("currency")}
          value={props.config.currency ?? "CNY"}
          onChange={(currency) => props.onChange({ ...props.config, currency })}
          options={Object.keys(signs).map((value) => ({ value, label: `${value} ${signOf(value)}` }))}
        />
      </div>
      <NumberSettings
        {...props}
        settings={[
          { key: "min", label: "minimum", exact: true },
          { key: "max", label: "maximum", exact: true },
        ]}
      />
    </>
  );
}

export const kind: FieldKind = {
  key: "money",
  group: "text",
  order: 24,
  icon: Banknote,
  label: "money",
  hint: "moneyHint",
  search: "jine je money huobi yuan",
  Picture: () => <InputPicture right>¥ 42,000.00</InputPicture>,
  Editor,
  Cell: ({ value }) => <>{isMoney(value) ? `${signOf(value.currency)}${grouped(value.amount)}` : ""}</>,
  Config,
  defaults: () => ({ currency: "CNY" }),
  operators: ["eq", "ne", "gt", "ge", "lt", "le", "between", "isEmpty", "isNotEmpty"],
  sortable: true,
  align: "right",
  width: 130,
  types: true,
  write: (value) => (isMoney(value) ? value.amount : ""),
  read: (text, field) => {
    const amount = readNumber(text);
    return typeof amount === "string" ? { amount, currency: field.config.currency ?? "CNY" } : amount;
  },
};
