import { address, fetched } from "@/lib/api";

/** Long work on the server. */
export interface Job {
  id: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  done: number;
  total: number;
  resultUrl?: string;
}

/** Fetches a file and hands it to the browser to keep; a job when the server makes it later. */
export async function download(method: "GET" | "POST", path: string, body?: unknown): Promise<Job | undefined> {
  const response = await fetched(method, path.startsWith("/api/") ? path : address(path), body);
  if (response.status === 202) return (await response.json()) as Job;
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = nameIn(response.headers.get("Content-Disposition"));
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return undefined;
}

/** The name that the server gave, in its full form. */
export function nameIn(disposition: string | null): string {
  const full = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  return full ? decodeURIComponent(full) : (/filename="?([^";]+)"?/i.exec(disposition ?? "")?.[1] ?? "download");
}
