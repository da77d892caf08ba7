import type { Band } from "./api";

/** Shape beside word and colour, so that nobody needs to tell colours apart. */
const paths: Record<Band | "close" | "check" | "photo" | "sound" | "mark", string> = {
  MET: '<circle cx="10" cy="10" r="9" fill="currentColor"/><path d="m6 10 3 3 5-6" stroke="var(--surface)" stroke-width="2" fill="none"/>',
  IMPROVE: '<path d="M10 2 19 18H1z" fill="currentColor"/>',
  SUPPORT:
    '<path d="M3 1v18" stroke="currentColor" stroke-width="2"/><path d="M4 2h14l-4 4.5L18 11H4z" fill="currentColor"/>',
  close: '<path d="m4 4 12 12M16 4 4 16" stroke="currentColor" stroke-width="1.6"/>',
  check: '<path d="m3 11 5 5 9-11" stroke="currentColor" stroke-width="1.8" fill="none"/>',
  photo:
    '<path d="M2 6h4l2-3h4l2 3h4v11H2z" stroke="currentColor" stroke-width="1.6" fill="none"/><circle cx="10" cy="11" r="3" stroke="currentColor" stroke-width="1.6" fill="none"/>',
  sound:
    '<path d="M7 4a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0zM4 9a6 6 0 0 0 12 0M10 15v4" stroke="currentColor" stroke-width="1.6" fill="none"/>',
  mark: '<rect width="20" height="20" rx="4" fill="var(--accent)"/><path d="m4 13 4-4 3 3 5-6" stroke="#fff" stroke-width="2" fill="none"/>',
};

export function shape(name: keyof typeof paths, size: number): string {
  return `<svg viewBox="0 0 20 20" width="${size}" height="${size}" aria-hidden="true">${paths[name]}</svg>`;
}
