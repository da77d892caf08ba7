import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { api } from "@/lib/api";
import { type Expectation, nodeKeyOf } from "@/lib/expectations";
import { nodesQuery } from "@/lib/nodes";
import { tablesQuery } from "@/lib/tables";
import { Empty, Load, Waiting } from "@/ui/states";
import { actionTexts } from "./action-texts";
import styles from "./phone.module.css";
import { PhoneFrame } from "./phone-frame";
import { Recording } from "./recording";
import { todoQuery } from "./todo-query";

/** An action is recorded: level, evidence, done. Opened from a to-do, or from + with a choice of actions. */
export default function RecordPage() {
  const t = actionTexts.use();
  const [address] = useSearchParams();
  const nodes = useQuery(nodesQuery);
  const tables = useQuery(tablesQuery);
  const wanted = address.get("expectation");
  const expectation = useQuery({
    queryKey: ["expectation", wanted],
    queryFn: ({ signal }) => api.get<Expectation>(`/expectations/${wanted}`, {}, signal),
    enabled: wanted !== null,
    initialData: useQueryClient()
      .getQueryData(todoQuery.queryKey)
      ?.items.find((item) => item.id === wanted),
  });
  const key = expectation.data ? nodeKeyOf(expectation.data) : address.get("node");
  if (wanted && expectation.error) {
    return (
      <PhoneFrame title={t("record")}>
        <Empty title={t("gone")} actions={<Link to="/todo">{t("todo")}</Link>} />
      </PhoneFrame>
    );
  }
  if (wanted && !expectation.data) return <PhoneFrame title={t("record")}>{<Waiting />}</PhoneFrame>;
  if (!key) return <ChooseNode />;
  const node = nodes.data?.find((one) => one.key === key);
  const table = tables.data?.find((one) => one.key === node?.table);
  if (node && table)
    return <Recording key={`${key}.${wanted}`} node={node} table={table} expectation={expectation.data ?? undefined} />;
  return (
    <PhoneFrame title={t("record")}>
      <Load query={nodes}>
        {() => (
          <Load query={tables}>
            {() => <Empty title={t("noNodes")} actions={<Link to="/todo">{t("todo")}</Link>} />}
          </Load>
        )}
      </Load>
    </PhoneFrame>
  );
}

function ChooseNode() {
  const t = actionTexts.use();
  const todo = useQuery(todoQuery);
  return (
    <PhoneFrame title={t("chooseAction")}>
      <Load query={todo}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <Empty title={t("noNodes")}>{t("noNodesHint")}</Empty>
          ) : (
            <ul className={styles.rows}>
              {nodes.map((node) => (
                <li key={node.key} className={styles.row}>
                  <Link to={`/record?node=${node.key}`} replace className={styles.rowText}>
                    <span className={styles.rowName}>{node.name}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Load>
    </PhoneFrame>
  );
}
