// Frontmatter of hosts: for which files a document is. Read line by line, as hosts do: `globs: *.ts` is no YAML.

export interface HostFront {
  /** Globs; empty for all files. */
  readonly appliesTo: readonly string[];
  /** Our own keys, each as a line of YAML. */
  readonly own: readonly string[];
  /** What the host shows of it where it lists its rules. */
  readonly description: string | undefined;
  /** Keys that say nothing here. */
  readonly dropped: readonly string[];
}

/** Keys of Cursor, Claude Code, Copilot, Kiro and our own for the files that a document is for. */
const GLOBS: readonly string[] = ["globs", "glob", "paths", "applyto", "filematchpattern", "applies-to"];
const OWN: readonly string[] = ["owner", "review-by", "kind", "expect-sections"];
const EVERYTHING: ReadonlySet<string> = new Set(["**", "*", "**/*"]);
/** More is no list of globs that anybody wrote. */
const MOST = 50;

/** Reads what stands between the two `---` lines. */
export function readHostFront(yaml: string): HostFront {
  const keys = keysOf(yaml);
  const globs = keys.filter((k) => GLOBS.includes(k.key)).flatMap((k) => k.values.flatMap(splitGlobs));
  const wide = globs.some((g) => EVERYTHING.has(g));
  const description = keys.find((k) => k.key === "description")?.values.join(" ");
  return {
    appliesTo: wide ? [] : [...new Set(globs)].slice(0, MOST),
    own: keys.flatMap(({ key, values: [value = "", ...more] }) =>
      OWN.includes(key) && value !== "" && more.length === 0 ? [`${key}: ${JSON.stringify(value)}`] : [],
    ),
    description: description === "" ? undefined : description,
    dropped: keys.map((k) => k.key).filter((k) => ![...GLOBS, ...OWN, "description"].includes(k)),
  };
}

function keysOf(yaml: string): { key: string; values: string[] }[] {
  const keys: { key: string; values: string[] }[] = [];
  for (const line of yaml.split("\n")) {
    const pair = /^([A-Za-z][\w-]{0,60})[ \t]*:(?:[ \t]+(.*))?$/.exec(line);
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(line);
    const last = keys[keys.length - 1];
    if (pair !== null) keys.push({ key: (pair[1] ?? "").toLowerCase(), values: valuesOf(pair[2] ?? "") });
    else if (item !== null) last?.values.push(...valuesOf(item[1] ?? ""));
    else if (/^[ \t]+\S/.test(line)) last?.values.push(line.trim());
  }
  return keys;
}

function valuesOf(text: string): string[] {
  const plain = text.trim();
  if (plain === "" || /^[|>][+-]?$/.test(plain)) return [];
  const inner = plain.startsWith("[") && plain.endsWith("]") ? splitGlobs(plain.slice(1, -1)) : [plain];
  return inner.map(unquoted).filter((v) => v !== "");
}

/** At commas, but for those inside of braces. */
function splitGlobs(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const sign of text) {
    if (sign === "{") depth++;
    if (sign === "}") depth--;
    if (sign === "," && depth <= 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts.map((p) => unquoted(p.trim()).replace(/^\.\//, "")).filter((p) => p !== "");
}

function unquoted(text: string): string {
  const match = /^(["'])(.*)\1$/.exec(text.trim());
  return match?.[2] ?? text.trim();
}
