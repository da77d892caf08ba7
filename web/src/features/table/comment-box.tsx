import { useQuery } from "@tanstack/react-query";
import { Button, Mentions } from "antd";
import { useId, useRef, useState } from "react";
import type { Ref } from "@/lib/me";
import type { Problem } from "@/lib/problem";
import { Avatar } from "@/ui/avatar";
import { usePhone } from "@/ui/media";
import { useSettled } from "@/ui/person-picker";
import { useProblemText } from "@/ui/states";
import { readersQuery } from "./comment-queries";
import { labelOf, tokensOf, wordsOf } from "./mention-text";
import styles from "./record.module.css";
import { recordTexts } from "./record-texts";

interface Props {
  record: string;
  /** What is there already, when a comment is changed. */
  initial?: { text: string; mentions: Ref[] };
  action: string;
  onSend: (text: string) => Promise<unknown>;
  onCancel?: () => void;
}

/** Where a comment is written: `@` offers the people who can see the record, by name, pinyin or initials. */
export function CommentBox({ record, initial, action, onSend, onCancel }: Props) {
  const t = recordTexts.use();
  const text = useProblemText();
  const id = useId();
  const phone = usePhone();
  const [words, setWords] = useState(initial ? wordsOf(initial.text, initial.mentions) : "");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [asked, setAsked] = useState<string>();
  const chosen = useRef(
    new Map(initial?.mentions.map((person) => [labelOf(person, initial.mentions), person] as const)),
  );
  const q = useSettled(asked ?? "", 120);
  const readers = useQuery({ ...readersQuery(record, q), enabled: asked !== undefined });
  // Never a list of what was typed before: Enter would take somebody else.
  const waiting = asked !== undefined && (q !== asked || readers.isFetching);
  const found = (!waiting && readers.data) || [];
  const labels = new Map(found.map((person) => [labelOf(person, [...found, ...chosen.current.values()]), person]));
  const send = async () => {
    if (busy || !words.trim()) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await onSend(tokensOf(words.trim(), chosen.current));
      setWords("");
      chosen.current.clear();
    } catch (refused) {
      setProblem(refused as Problem);
    }
    setBusy(false);
  };
  return (
    <form
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Mentions
        aria-label={t("commentLabel")}
        aria-describedby={problem ? id : undefined}
        placeholder={t("commentPlaceholder")}
        autoSize={{ minRows: 2, maxRows: 8 }}
        autoFocus={initial !== undefined}
        value={words}
        status={problem ? "error" : ""}
        filterOption={false}
        onChange={setWords}
        onSearch={setAsked}
        onSelect={({ value }) => {
          const person = labels.get(value ?? "");
          if (value && person) chosen.current.set(value, person);
        }}
        loading={waiting}
        notFoundContent={t("nobody")}
        options={[...labels].map(([label, person]) => ({
          value: label,
          label: (
            <span className="row">
              <Avatar name={person.name} />
              <span className="ell">{person.name}</span>
              <span className="t12 c2 ell">{person.code}</span>
            </span>
          ),
        }))}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
          // Esc leaves the box, not the panel around it.
          if (event.key === "Escape") {
            event.stopPropagation();
            onCancel?.();
          }
        }}
      />
      {problem && (
        <p id={id} role="alert" className={styles.refused}>
          {problem.errors.map((error) => error.message).join(" ") || text(problem)}
        </p>
      )}
      <div className="row">
        {!phone && <span className="t12 c2">{t("sendHint")}</span>}
        <span className="sp" />
        {onCancel && (
          <Button size="small" onClick={onCancel}>
            {t("cancel")}
          </Button>
        )}
        <Button size="small" type="primary" htmlType="submit" loading={busy} disabled={!words.trim()}>
          {action}
        </Button>
      </div>
    </form>
  );
}
