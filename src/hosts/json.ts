// Reads fields of unknown JSON.

/** Whether a value is an object with named fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** An own field of an object; inherited ones don't count. */
export function field(record: Readonly<Record<string, unknown>>, name: string): unknown {
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
