import { address, idempotencyKey } from "@/lib/api";
import { language } from "@/lib/language";
import { Problem } from "@/lib/problem";

/** A file as the server keeps it. */
export interface StoredFile {
  id: string;
  name: string;
  kind: string;
  mediaType: string;
  size: number;
  width?: number;
  height?: number;
  thumbnail: boolean;
}

export const thumbnailOf = (id: string) => address(`/files/${id}/thumbnail`);
export const fileAddress = (id: string) => address(`/files/${id}`);

/** Sends one file as evidence and tells how far it got (0–1). */
export const upload = (
  file: File,
  /** What it has to be; whatever it is when left out. */
  kind: string | undefined,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
) => sendFile<StoredFile>("/files", file, kind ? { kind } : {}, onProgress, signal);

/** Sends one file and tells how far it got (0–1). Not fetch: that can't tell. */
export function sendFile<T>(
  path: string,
  file: File,
  fields: Record<string, string>,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address(path));
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Accept-Language", language.now());
    request.setRequestHeader("Idempotency-Key", idempotencyKey());
    const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1];
    if (token) request.setRequestHeader("X-XSRF-TOKEN", decodeURIComponent(token));
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(new Problem(request.status, body as object));
    };
    request.onerror = () => reject(new Problem(0));
    request.onabort = () => reject(new DOMException("aborted", "AbortError"));
    signal?.addEventListener("abort", () => request.abort());
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", file, file.name);
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const MOST_PIXELS = 12_000_000;

/** A photo of more than 12 megapixels, made smaller before it travels; anything else as it is. */
export async function downscaled(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || typeof createImageBitmap !== "function") return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => undefined);
  if (!picture) return file;
  const pixels = picture.width * picture.height;
  try {
    if (pixels <= MOST_PIXELS) return file;
    const scale = Math.sqrt(MOST_PIXELS / pixels);
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(picture.width * scale);
    canvas.height = Math.floor(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.88));
    return blob ? new File([blob], file.name.replace(/\.\w+$/, ".jpg"), { type: "image/jpeg" }) : file;
  } finally {
    picture.close();
  }
}
