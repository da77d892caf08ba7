import { uiTexts } from "@/ui/ui-texts";

/** The mark, with the name beside it unless `bare`. */
export function Brand({ bare, size = 24 }: { bare?: boolean; size?: number }) {
  const t = uiTexts.use();
  return (
    <span className="row w6" style={{ fontSize: 15 }}>
      <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
        <rect width="24" height="24" rx="6" fill="var(--accent)" />
        <path
          d="M5.5 15.5 9.7 11l3.2 3 5.6-6"
          fill="none"
          stroke="var(--on-accent)"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle cx="18.5" cy="8" r="1.6" fill="var(--on-accent)" />
      </svg>
      <span className={bare ? "unseen" : ""}>{t("brand")}</span>
    </span>
  );
}
