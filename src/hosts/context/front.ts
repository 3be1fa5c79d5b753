// Frontmatter of rule files, and whether their globs take in a file.
import { parse } from "yaml";
import { globMatches } from "../../pattern/glob.ts";
import { field, isRecord } from "../json.ts";

export interface RuleFile {
  /** The keys; undefined where there is no frontmatter, or none that can be read. */
  readonly front: Readonly<Record<string, unknown>> | undefined;
  readonly body: string;
  /** Whether there are lines of frontmatter that can't be read. */
  readonly broken: boolean;
}

/** Splits a rule file. */
export function readRuleFile(text: string): RuleFile {
  const parts = splitFront(text);
  if (parts === undefined) return { front: undefined, body: text, broken: false };
  try {
    const data: unknown = parse(parts.front, { schema: "core", maxAliasCount: 0 });
    return isRecord(data)
      ? { front: data, body: parts.body, broken: false }
      : { front: undefined, body: parts.body, broken: parts.front.trim() !== "" };
  } catch {
    return { front: undefined, body: parts.body, broken: true };
  }
}

/** Frontmatter as Cursor reads it: one line a key, values as they stand. */
export function readPlainFront(text: string): RuleFile {
  const parts = splitFront(text);
  if (parts === undefined) return { front: undefined, body: text, broken: false };
  const pairs = parts.front.split(/\r\n|\n/).flatMap((line): [string, string][] => {
    const at = line.indexOf(":");
    return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
  });
  return { front: Object.fromEntries(pairs), body: parts.body, broken: false };
}

function splitFront(text: string): { readonly front: string; readonly body: string } | undefined {
  const open = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  if (open === null) return undefined;
  const rest = text.slice(open[0].length);
  const close = /^---[ \t]*(?:\r?\n|$)/m.exec(rest);
  return close === null
    ? undefined
    : {
        front: rest.slice(0, close.index),
        body: rest.slice(close.index + close[0].length).replace(/^(?:\r?\n)+/, ""),
      };
}

/** Globs under a key: a list, or one text with commas between them. */
export function globsIn(front: RuleFile["front"], key: string): string[] | undefined {
  const value = front === undefined ? undefined : field(front, key);
  if (Array.isArray(value)) return value.filter((v): v is string => typeof v === "string");
  return typeof value === "string" && value.trim() !== "" ? atCommas(value) : undefined;
}

/** Commas part globs where they stand outside braces. */
function atCommas(text: string): string[] {
  const globs: string[] = [];
  let [depth, from] = [0, 0];
  for (let i = 0; i <= text.length; i++) {
    const char = text[i];
    if (char === "{") depth++;
    else if (char === "}") depth--;
    if (i < text.length && (char !== "," || depth > 0)) continue;
    globs.push(
      text
        .slice(from, i)
        .trim()
        .replace(/^["']|["']$/g, ""),
    );
    from = i + 1;
  }
  return globs.filter((glob) => glob !== "");
}

/** Whether any of the globs takes in a file; `\[` is a bracket that means itself. */
export function takesIn(globs: readonly string[], path: string): boolean {
  return globs.some((glob) => globMatches(glob.replace(/^\.\//, "").replaceAll("\\[", "["), path));
}
