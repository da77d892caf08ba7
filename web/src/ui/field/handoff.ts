/** A file that was taken on one page and belongs to the record form of the next: the photo behind a to-do's button. */
let waiting: { kind: "photo" | "recording" | "document"; files: FileList } | undefined;

export const handoff = {
  give(kind: "photo" | "recording" | "document", files: FileList) {
    waiting = { kind, files };
  },
  /** Only once. */
  take() {
    const taken = waiting;
    waiting = undefined;
    return taken;
  },
};
