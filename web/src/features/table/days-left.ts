const DAY = 86_400_000;
const KEPT = 30;

/** Whole days until a deleted record is erased; 0 on the last. */
export const daysLeft = (deletedAt: string, now = Date.now()) =>
  Math.max(0, Math.floor((Date.parse(deletedAt) + KEPT * DAY - now) / DAY));
