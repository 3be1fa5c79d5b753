// Brace expansion on the written text of a word: `{a,b}` and `{1..3}`, before anything else is expanded.
import { MAX_BRACE_TEXT, MAX_BRACE_WORDS } from "../limits.ts";

/** Where a quoted or nested run that starts at `at` ends; `at` itself when none starts there. */
function skipRun(raw: string, at: number): number {
  const char = raw[at];
  if (char === "\\") return Math.min(at + 2, raw.length);
  if (char === "'") return closing(raw, at + 1, "'", false);
  if (char === '"' || char === "`") return closing(raw, at + 1, char, true);
  if (char === "$" && raw[at + 1] === "'") return closing(raw, at + 2, "'", true);
  if (char === "$" && raw[at + 1] === "{") return balanced(raw, at + 2, "{", "}");
  if ((char === "$" || char === "<" || char === ">") && raw[at + 1] === "(")
    return balanced(raw, at + 2, "(", ")");
  return at;
}

function closing(raw: string, from: number, quote: string, escapes: boolean): number {
  let at = from;
  while (at < raw.length) {
    if (escapes && raw[at] === "\\") at += 2;
    else if (raw[at] === quote) return at + 1;
    else if (quote === '"' && raw[at] === "$" && raw[at + 1] === "(") at = balanced(raw, at + 2, "(", ")");
    else at += 1;
  }
  return raw.length;
}

function balanced(raw: string, from: number, open: string, close: string): number {
  let depth = 1;
  let at = from;
  while (at < raw.length) {
    const next = skipRun(raw, at);
    if (next > at) {
      at = next;
      continue;
    }
    if (raw[at] === open) depth += 1;
    else if (raw[at] === close) depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  return raw.length;
}

/** The alternatives between a brace at `open` and its partner, or undefined when it has none. */
function alternatives(raw: string, open: number): { parts: string[]; end: number } | undefined {
  const parts: string[] = [];
  let depth = 1;
  let start = open + 1;
  let at = start;
  while (at < raw.length) {
    const next = skipRun(raw, at);
    if (next > at) {
      at = next;
      continue;
    }
    const char = raw[at];
    if (char === "{") depth += 1;
    else if (char === "}") depth -= 1;
    if (depth === 0 || (depth === 1 && char === ",")) {
      parts.push(raw.slice(start, at));
      start = at + 1;
    }
    at += 1;
    if (depth === 0) return { parts, end: at };
  }
  return undefined;
}

/** The words of `{1..3}` or `{a..e}`; undefined when the text is no sequence, null when it is too long. */
function sequence(text: string): string[] | undefined | null {
  const match = /^(-?\d{1,15}|[A-Za-z])\.\.(-?\d{1,15}|[A-Za-z])(?:\.\.(-?\d{1,9}))?$/.exec(text);
  const [, first, last, stepText] = match ?? [];
  if (first === undefined || last === undefined) return undefined;
  const letters = /[A-Za-z]/.test(first);
  if (letters !== /[A-Za-z]/.test(last)) return undefined;
  const from = letters ? first.charCodeAt(0) : Number(first);
  const to = letters ? last.charCodeAt(0) : Number(last);
  // Between the two cases of letters stand characters that the shell would read again.
  if (letters && /[a-z]/.test(first) !== /[a-z]/.test(last)) return null;
  const step = Math.max(1, Math.abs(Number(stepText ?? 1)));
  if (Math.abs(to - from) / step >= MAX_BRACE_WORDS) return null;
  const padded = !letters && (/^-?0\d/.test(first) || /^-?0\d/.test(last));
  const width = padded ? Math.max(first.length, last.length) : 0;
  const words: string[] = [];
  for (let value = from; from <= to ? value <= to : value >= to; value += from <= to ? step : -step) {
    if (letters) words.push(String.fromCharCode(value));
    else
      words.push(
        value < 0 ? `-${String(-value).padStart(width - 1, "0")}` : String(value).padStart(width, "0"),
      );
  }
  return words;
}

/** True when a written word may hold a brace expansion. */
export function mayHaveBraces(raw: string): boolean {
  return raw.includes("{") && (raw.includes(",") || raw.includes(".."));
}

/** The word with every quoted or nested run replaced; escaped characters stay. */
function bareText(raw: string): string {
  let bare = "";
  let at = 0;
  while (at < raw.length) {
    const next = raw[at] === "\\" ? at : skipRun(raw, at);
    if (next > at) {
      bare += "_";
      at = next;
    } else {
      const length = raw[at] === "\\" ? 2 : 1;
      bare += raw.slice(at, at + length);
      at += length;
    }
  }
  return bare;
}

/** True where escaped or empty braces stand beside plain ones: bash pairs these in ways of its own. */
function isTangled(raw: string): boolean {
  const bare = bareText(raw);
  const escaped = /\\[{},]/.test(bare);
  const plain = bare.replace(/\\[\s\S]/g, "__");
  return (
    (escaped && plain.includes("{")) || (plain.includes("{}") && plain.includes(",") && plain.length > 2)
  );
}

/** The written words that a written word becomes; undefined when they are too many to list. */
export function expandBraces(raw: string): readonly string[] | undefined {
  if (raw.length > MAX_BRACE_TEXT || isTangled(raw)) return undefined;
  let at = 0;
  while (at < raw.length) {
    const next = skipRun(raw, at);
    if (next > at) {
      at = next;
      continue;
    }
    if (raw[at] === "{") {
      const found = alternatives(raw, at);
      if (found !== undefined) {
        const only = found.parts.length === 1 ? sequence(found.parts[0] ?? "") : undefined;
        if (only === null) return undefined;
        if (only !== undefined) return combine(raw.slice(0, at), only, raw.slice(found.end));
        if (found.parts.length > 1) {
          const inner: string[] = [];
          for (const part of found.parts) {
            const words = expandBraces(part);
            if (words === undefined || inner.length + words.length > MAX_BRACE_WORDS) return undefined;
            inner.push(...words);
          }
          return combine(raw.slice(0, at), inner, raw.slice(found.end));
        }
      }
    }
    at += 1;
  }
  return [raw];
}

function combine(before: string, middles: readonly string[], rest: string): readonly string[] | undefined {
  const tails = expandBraces(rest);
  if (tails === undefined || middles.length * tails.length > MAX_BRACE_WORDS) return undefined;
  return middles.flatMap((middle) => tails.map((tail) => before + middle + tail));
}
