// One spelling for every JSON value, so that equal contents have equal bytes and equal hashes.

/**
 * Prints a JSON value with object keys in code-unit order. `indent` 0 gives the compact form that is hashed.
 * Keys whose value is undefined are left out, as in `JSON.stringify`.
 */
export function canonicalJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, sortKeys, indent);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  const sorted: [string, unknown][] = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(sorted);
}
