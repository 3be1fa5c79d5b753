// Reads fields of unknown JSON.

/** An object with named fields, of unknown values. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value is an object with named fields. */
export function isRecord(value: unknown): value is JsonRecord {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** An own field of an object; inherited ones don't count. */
export function field(record: JsonRecord, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Whether objects and lists lie in each other deeper than so many times. */
export function isDeep(value: unknown, most: number): boolean {
  let layer: unknown[] = [value];
  for (let depth = 0; layer.length > 0; depth++) {
    layer = layer.flatMap((v) => (v !== null && typeof v === "object" ? Object.values(v) : []));
    if (depth >= most) return layer.length > 0;
  }
  return false;
}

/** The first of some fields that holds a text. */
export function textField(record: JsonRecord, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = field(record, name);
    if (typeof value === "string") return value;
  }
  return undefined;
}

/** The entries of a list in a field that are objects; none where it is no list. */
export function recordsField(record: JsonRecord, name: string): readonly JsonRecord[] {
  const value = field(record, name);
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** An object, or the object that a JSON text holds: hosts send arguments and results as either. */
export function recordOf(value: unknown): JsonRecord | undefined {
  if (typeof value !== "string") return isRecord(value) ? value : undefined;
  if (!/^\s*\{/.test(value)) return undefined;
  try {
    const parsed: unknown = JSON.parse(value);
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Parses what a host wrote; some put U+FEFF in front. Throws a SyntaxError where it isn't JSON. */
export function parseHostJson(text: string): unknown {
  return JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text);
}
