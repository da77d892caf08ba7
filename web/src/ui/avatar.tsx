import styles from "@/ui/avatar.module.css";
import { tintOf } from "@/ui/chip";

/** The first sign of a name (its last two in the header), in the name's tint; decoration, the name stands beside it. */
export function Avatar({ name, large }: { name: string; large?: boolean }) {
  return (
    <span className={`${styles.avatar} ${large ? styles.large : ""}`} data-tint={tintOf(name)} aria-hidden="true">
      {initials(name, large ? 2 : 1)}
    </span>
  );
}

function initials(name: string, count: number) {
  const trimmed = name.trim();
  if (/[\u3400-\u9fff]/.test(trimmed)) return count === 1 ? [...trimmed][0] : [...trimmed].slice(-2).join("");
  const words = trimmed.split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .slice(0, count)
    .map((word) => word?.[0]?.toUpperCase())
    .join("");
}
