import { useQuery } from "@tanstack/react-query";
import { Camera, Clock, FileText, Link2, type LucideIcon, Mic, SquarePen } from "lucide-react";
import { useId } from "react";
import { Link, useNavigate } from "react-router";
import { useDates } from "@/lib/dates";
import { type EvidenceNeed, type Expectation, nodeNameOf } from "@/lib/expectations";
import { handoff } from "@/ui/field/handoff";
import { Page } from "@/ui/page";
import { Empty, Load } from "@/ui/states";
import { actionTexts } from "./action-texts";
import styles from "./phone.module.css";
import { type Todo, todoQuery } from "./todo-query";

/** 待办: what is due, overdue first; the button names the evidence and starts it. */
export default function TodoPage() {
  const t = actionTexts.use();
  const todo = useQuery({ ...todoQuery, refetchInterval: 60_000 });
  return (
    <Page>
      <title>{t("todo")}</title>
      <div className={styles.column}>
        <Load query={todo} what={t("todo")} skeleton={<TodoSkeleton />}>
          {(data) => <TodoList todo={data} />}
        </Load>
      </div>
    </Page>
  );
}

function TodoSkeleton() {
  return (
    <div className={styles.skeleton}>
      {[40, 100, 70, 70, 70].map((height, index) => (
        <i key={`${height}-${String(index)}`} style={{ height }} />
      ))}
    </div>
  );
}

function TodoList({ todo }: { todo: Todo }) {
  const t = actionTexts.use();
  const { weekday, iso } = useDates();
  const now = Date.now();
  const overdue = todo.items.filter((item) => Date.parse(item.due) < now);
  // Something due at midnight belongs to the day that ends then.
  const dayOf = (item: Expectation) => iso(new Date(Date.parse(item.due) - 1));
  const today = todo.items.filter((item) => Date.parse(item.due) >= now && dayOf(item) <= todo.today);
  const later = todo.items.filter((item) => Date.parse(item.due) >= now && dayOf(item) > todo.today);
  return (
    <>
      <header className={styles.head}>
        <h1>{t("todo")}</h1>
        <p>
          <span>{weekday(todo.today)}</span>
          {todo.lastWeek.expected > 0 && (
            <span>{t("lastWeek", { onTime: todo.lastWeek.onTime, expected: todo.lastWeek.expected })}</span>
          )}
        </p>
        <WeekStrip todo={todo} />
      </header>
      {todo.items.length === 0 && (
        <Empty title={t("nothingDue")} actions={<Link to="/record">{t("recordOne")}</Link>}>
          {t("nothingDueHint")}
        </Empty>
      )}
      <Section title={t("overdue")} icon={Clock} items={overdue} />
      <Section title={t("today")} items={today} />
      <Section title={t("later")} items={later} />
    </>
  );
}

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

function WeekStrip({ todo }: { todo: Todo }) {
  const t = actionTexts.use();
  const { weekday } = useDates();
  return (
    <ol className={styles.week} aria-label={t("weekStrip")}>
      {todo.week.map(({ day, open }, index) => (
        <li key={day} aria-current={day === todo.today ? "date" : undefined}>
          <span className="unseen">{t("dayOpen", { day: weekday(day), n: open })}</span>
          <span aria-hidden="true">{t(days[index % 7] ?? "mon")}</span>
          <b aria-hidden="true">{Number(day.slice(8))}</b>
          <span aria-hidden="true">{open > 0 ? t("items", { n: open }) : ""}</span>
        </li>
      ))}
    </ol>
  );
}

function Section({ title, icon: Icon, items }: { title: string; icon?: LucideIcon; items: Expectation[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2 className={styles.section}>
        {Icon && <Icon size={16} aria-hidden="true" />}
        {title} <span>{items.length}</span>
      </h2>
      <ul className={styles.rows}>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Row({ item }: { item: Expectation }) {
  const to = `/record?expectation=${item.id}`;
  return (
    <li className={styles.row}>
      <Link to={to} className={styles.rowText}>
        <span className={styles.rowName}>{nodeNameOf(item)}</span>
        {item.object && <span className="c2">{item.object.name}</span>}
        <DueLine due={item.due} />
      </Link>
      <ActButton needs={item.evidence ?? []} to={to} />
    </li>
  );
}

/** When it is or was due, in words that say what that means now. */
export function DueLine({ due }: { due: string }) {
  const t = actionTexts.use();
  const { iso, deadline, weekday } = useDates();
  const now = new Date();
  const left = Date.parse(due) - now.getTime();
  const end = deadline(due);
  const day = iso(end.day);
  const yesterday = iso(new Date(now.getTime() - 86_400_000));
  const when =
    day === iso(now)
      ? end.time
      : day === yesterday
        ? t("yesterday", { time: end.time })
        : `${weekday(end.day)} ${end.time}`;
  if (left < 0) return <span className="w5">{t("overdueBy", { when })}</span>;
  if (left > 12 * 3_600_000) return <span className="c2">{t("dueAt", { when })}</span>;
  const minutes = Math.floor(left / 60_000);
  const span =
    minutes >= 60 ? t("hoursMinutes", { h: Math.floor(minutes / 60), m: minutes % 60 }) : t("minutes", { m: minutes });
  return <span className="c2">{t("dueToday", { time: end.time, left: span })}</span>;
}

const doing = {
  photo: { icon: Camera, label: "takePhoto", accept: "image/jpeg,image/png,image/webp" },
  recording: { icon: Mic, label: "recording", accept: "audio/*,.m4a,.mp3,.wav,.amr" },
  document: {
    icon: FileText,
    label: "upload",
    accept: ".pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,image/jpeg,image/png",
  },
} as const;

/** 拍照, 录音, 上传: one tap takes the evidence and opens the record with it. */
function ActButton({ needs, to }: { needs: EvidenceNeed[]; to: string }) {
  const t = actionTexts.use();
  const id = useId();
  const go = useNavigate();
  const first = needs[0]?.kind;
  if (!first || first === "link") {
    const Icon = first ? Link2 : SquarePen;
    return (
      <Link to={to} className={styles.act}>
        <Icon size={18} aria-hidden="true" />
        {t(first ? "addLink" : "record")}
      </Link>
    );
  }
  const { icon: Icon, label, accept } = doing[first];
  return (
    <label className={styles.act} htmlFor={id}>
      <Icon size={18} aria-hidden="true" />
      {t(label)}
      <input
        id={id}
        type="file"
        className="unseen"
        accept={accept}
        {...(first === "photo"
          ? { capture: "environment" as const }
          : first === "recording"
            ? { capture: "user" as const }
            : {})}
        onChange={(event) => {
          if (!event.target.files?.length) return;
          handoff.give(first, event.target.files);
          go(to);
        }}
      />
    </label>
  );
}
