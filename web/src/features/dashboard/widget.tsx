import { Button, Tooltip } from "antd";
import { ChartColumn, Table2 } from "lucide-react";
import { Component, type ReactNode, useState } from "react";
import { Trouble } from "@/ui/states";
import { dashboardTexts } from "./dashboard-texts";
import styles from "./health.module.css";

interface WidgetProps {
  title: string;
  note?: string | undefined;
  tools?: ReactNode;
  foot?: ReactNode;
  /** The same numbers as a table; the button in the head switches. */
  table?: ReactNode;
  children: ReactNode;
}

/** A card of the board. A fault inside stays inside. */
export function Widget({ title, note, tools, foot, table, children }: WidgetProps) {
  const t = dashboardTexts.use();
  const [asTable, setAsTable] = useState(false);
  const label = asTable ? t("asChart") : t("asTable");
  return (
    <section className={`card ${styles.widget}`} aria-label={title}>
      <header className={styles.widgetHead}>
        <h3>{title}</h3>
        {note && <span className="t12 c2 ell">{note}</span>}
        <span className="sp" />
        {tools}
        {table && (
          <Tooltip title={label}>
            <Button
              type="text"
              size="small"
              aria-label={label}
              aria-pressed={asTable}
              icon={asTable ? <ChartColumn size={14} /> : <Table2 size={14} />}
              onClick={() => setAsTable(!asTable)}
            />
          </Tooltip>
        )}
      </header>
      <Fence what={title}>{asTable ? <div className={styles.tableView}>{table}</div> : children}</Fence>
      {foot && <footer className={`${styles.widgetFoot} t12 c2`}>{foot}</footer>}
    </section>
  );
}

/** Keeps a widget's fault from the others. */
class Fence extends Component<{ what: string; children: ReactNode }, { thrown?: unknown }> {
  override state: { thrown?: unknown } = {};

  static getDerivedStateFromError(thrown: unknown) {
    return { thrown };
  }

  override render() {
    if (this.state.thrown === undefined) return this.props.children;
    return (
      <Trouble
        what={this.props.what}
        problem={this.state.thrown}
        onRetry={() => this.setState({ thrown: undefined })}
      />
    );
  }
}
