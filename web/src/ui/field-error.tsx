import type { FormInstance } from "antd";
import { CircleAlert } from "lucide-react";
import { useCallback, useState } from "react";
import type { FieldProblem, Problem } from "@/lib/problem";
import styles from "@/ui/field-error.module.css";
import { useProblemText } from "@/ui/states";

/** `roles[0].unit` or `fields.budget` as antd writes it: ["roles", 0, "unit"]. */
export function namePath(field: string): (string | number)[] {
  return field
    .split(/[.[\]/]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/**
 * Puts a refusal's errors at their fields of an antd form and keeps the rest for `<FormProblem>`.
 *
 *     const [form] = Form.useForm();
 *     const refusal = useFormProblem(form);
 *     const save = useWrite({ run, onRefused: refusal.show });
 *     <Form form={form} name="thing" onValuesChange={refusal.clear}> … <FormProblem refusal={refusal} />
 *
 * The form's name keeps its ids apart from those of other forms on the page. `rename` turns the server's field into the form's where they differ.
 */
export function useFormProblem<T>(form: FormInstance<T>, rename: (field: string) => string = (field) => field) {
  const [rest, setRest] = useState<Problem>();
  const [loose, setLoose] = useState<FieldProblem[]>([]);
  const show = useCallback(
    (problem: Problem) => {
      const byField = new Map<string, string[]>();
      const unplaced: FieldProblem[] = [];
      for (const error of problem.errors) {
        const field = rename(error.field ?? "");
        // A field that the form does not show can't carry its message.
        if (field && form.getFieldInstance(namePath(field) as never) !== undefined)
          byField.set(field, [...(byField.get(field) ?? []), error.message]);
        else unplaced.push(error);
      }
      form.setFields([...byField].map(([field, errors]) => ({ name: namePath(field), errors })) as never);
      const first = [...byField.keys()][0];
      if (first) form.scrollToField(namePath(first) as never, { block: "nearest", focus: true });
      setLoose(unplaced);
      setRest(byField.size === 0 || unplaced.length > 0 ? problem : undefined);
    },
    [form, rename],
  );
  const clear = useCallback(() => setRest(undefined), []);
  return { show, clear, problem: rest, loose };
}

/** What could not be put at a field, above the buttons of the form. */
export function FormProblem({ refusal }: { refusal: { problem: Problem | undefined; loose?: FieldProblem[] } }) {
  const text = useProblemText();
  const { problem, loose = [] } = refusal;
  if (!problem) return null;
  const lines = loose.length > 0 ? loose.map((error) => error.message) : [text(problem)];
  return (
    <div className={styles.problem} role="alert">
      <CircleAlert size={14} aria-hidden="true" />
      <div>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
