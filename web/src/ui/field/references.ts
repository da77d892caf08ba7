import { isNamed, type Named } from "@/lib/records";

/** The people or units of a value that is a list of them. */
export const namedList = (value: unknown): Named[] => (Array.isArray(value) ? value.filter(isNamed) : []);

/** Codes, as the clipboard carries them. */
export const writeNames = (value: unknown) =>
  namedList(value)
    .map((one) => one.code ?? one.name)
    .join(", ");

/** Codes parted by any comma; the server knows whether they are some. */
export function readNames(text: string) {
  const codes = text
    .split(/[,，、;；]/)
    .map((code) => code.trim())
    .filter(Boolean);
  return codes.length === 0 ? null : codes.map((code) => ({ id: "", code, name: code }));
}

/** As the API takes one of them. */
export function sendReference(value: unknown) {
  const { id, code, key } = value as Named;
  return id ? { id } : code ? { code } : { key };
}

export const sendReferences = (value: unknown) => (Array.isArray(value) ? value.map(sendReference) : value);
