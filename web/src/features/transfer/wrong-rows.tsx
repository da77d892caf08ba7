import type { Import } from "./transfer";
import styles from "./transfer.module.css";
import { transferTexts } from "./transfer-texts";

/** The first rows that are wrong, each thing with its place. */
export function WrongRows({ one }: { one: Import }) {
  const t = transferTexts.use();
  if (one.problems.length === 0) return null;
  const { wrong } = one.transfer;
  return (
    <>
      <table className={styles.wrongs}>
        <thead>
          <tr>
            <th scope="col">{t("row")}</th>
            <th scope="col">{t("inColumn")}</th>
            <th scope="col">{t("problem")}</th>
          </tr>
        </thead>
        <tbody>
          {one.problems.flatMap(({ row, errors }) =>
            errors.map(({ column, problem }, index) => (
              <tr key={`${row} ${problem.field} ${problem.code}`}>
                <td>{index === 0 ? row : ""}</td>
                <td>{column || <span className="c3">{t("wholeRow")}</span>}</td>
                <td>{problem.message}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {wrong > one.problems.length && <p className="t12 c2">{t("firstOf", { shown: one.problems.length })}</p>}
    </>
  );
}
