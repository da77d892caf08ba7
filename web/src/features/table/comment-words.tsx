import type { RecordComment } from "@/lib/mentions";
import { partsOf } from "./mention-text";
import styles from "./record.module.css";

/** The text of a comment with its line breaks; whoever it names stands out. Nothing in it is markup. */
export function CommentWords({ comment }: { comment: Pick<RecordComment, "text" | "mentions"> }) {
  return (
    <p className={styles.words}>
      {partsOf(comment.text, comment.mentions).map((part) =>
        "text" in part ? (
          part.text
        ) : (
          <span key={part.key} className={styles.mention} title={part.person.code}>
            @{part.person.name}
          </span>
        ),
      )}
    </p>
  );
}
