// Finds texts for a shell in the code of other languages: `os.system("…")`, `execSync("…")`, `system("…")`.
import { MAX_WORDS } from "../limits.ts";
import { quoteWord } from "../quote.ts";
import { sliceText } from "../source.ts";
import type { Text } from "../text-model.ts";

/** Calls whose first argument is a script, or a list of words. */
const CALLS =
  /\b(?:os\.system|os\.popen|popen|Popen|subprocess\.\w+|check_output|check_call|getoutput|execSync|execFileSync|execFile|spawnSync|spawn|exec|system|shell_exec|passthru|run|call)\b\s*(?=[("'[])/g;

/** Literals of perl and ruby that run their text. */
const QUOTED_RUN = /\b(?:qx|%x)\s*([{(/|[!])/g;

interface Literal {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly plain: boolean;
}

function skipBlanks(code: string, from: number): number {
  let at = from;
  while (at < code.length && " \t\n".includes(code[at] ?? "")) at += 1;
  return at;
}

/** A string literal at `from`; undefined where there is none, or one that is not plain. */
function readLiteral(code: string, from: number): Literal | undefined {
  let at = skipBlanks(code, from);
  const prefix = /^[rRbBuU]{0,2}(?=["'])/.exec(code.slice(at, at + 3))?.[0] ?? "";
  at += prefix.length;
  const quote = code[at];
  if (quote !== '"' && quote !== "'" && quote !== "`") return undefined;
  const mark = code.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
  const start = at + mark.length;
  let value = "";
  for (at = start; at < code.length; at++) {
    if (code.startsWith(mark, at))
      return { value, start, end: at + mark.length, plain: value === code.slice(start, at) };
    const char = code[at] ?? "";
    if (char !== "\\") {
      value += char;
      continue;
    }
    at += 1;
    const next = code[at] ?? "";
    value += next === "n" ? "\n" : next === "t" ? "\t" : next;
  }
  return undefined;
}

/** The text of a literal: exact where it has no escapes, otherwise one that stands for it. */
function literalText(code: Text, literal: Literal): Text {
  const inner = sliceText(code, literal.start, literal.end);
  if (literal.plain) return sliceText(inner, 0, literal.value.length);
  const first = inner.segments[0];
  const to = inner.segments.at(-1)?.to ?? 0;
  const from = first?.from ?? 0;
  const segments = [
    { start: 0, end: literal.value.length, from, to, linear: false, quote: "other" as const },
  ];
  return { value: literal.value, source: code.source, segments };
}

/** Words of a list of literals (`["a", "b"]`, or further arguments), put together to a script. */
function listText(code: Text, from: number): Text | undefined {
  const words: string[] = [];
  let at = from;
  let end = from;
  for (;;) {
    const literal = readLiteral(code.value, at);
    if (literal === undefined || words.length > MAX_WORDS) break;
    words.push(quoteWord(literal.value));
    end = literal.end;
    at = skipBlanks(code.value, literal.end);
    if (code.value[at] !== ",") break;
    at = skipBlanks(code.value, at + 1);
    if (code.value[at] === "[") at += 1;
  }
  if (words.length === 0) return undefined;
  // Words that are no literals are unknown: the script says so with a variable that nothing sets.
  if (!"])".includes(code.value[at] ?? "]")) words.push("$UNKNOWN_WORDS");
  const inner = sliceText(code, from, end);
  const value = words.join(" ");
  const place = { from: inner.segments[0]?.from ?? 0, to: inner.segments.at(-1)?.to ?? 0 };
  return {
    value,
    source: code.source,
    segments: [{ start: 0, end: value.length, ...place, linear: false, quote: "other" }],
  };
}

/** The scripts that awk connects itself to: `print | "x"`, `"x" | getline`. */
export function scriptsInAwk(code: Text): readonly Text[] {
  const found: Text[] = [];
  for (const match of code.value.matchAll(/\|&?\s*(?=")|"(?:[^"\\\n]|\\.)*"(?=\s*\|&?\s*getline)/g)) {
    const start = match[0].startsWith("|") ? match.index + match[0].length : match.index;
    const literal = readLiteral(code.value, start);
    if (literal !== undefined) found.push(literalText(code, literal));
  }
  return found.slice(0, 100);
}

/** The scripts that can be seen in code. */
export function scriptsInCode(code: Text): readonly Text[] {
  const found: Text[] = [];
  for (const match of code.value.matchAll(CALLS)) {
    let at = match.index + match[0].length;
    if (code.value[at] === "(") at = skipBlanks(code.value, at + 1);
    const list = code.value[at] === "[";
    const literal = readLiteral(code.value, list ? at + 1 : at);
    if (literal === undefined) continue;
    const after = code.value[skipBlanks(code.value, literal.end)];
    const words = list || (after === "," && /exec(?:File|l|v)|spawn|system/.test(match[0]));
    const text = words ? listText(code, list ? at + 1 : at) : literalText(code, literal);
    if (text !== undefined) found.push(text);
  }
  for (const match of code.value.matchAll(QUOTED_RUN)) {
    const open = match[1] ?? "";
    const close = { "{": "}", "(": ")", "[": "]" }[open] ?? open;
    const start = match.index + match[0].length;
    const end = code.value.indexOf(close, start);
    if (end > start) found.push(sliceText(code, start, end));
  }
  return found.slice(0, 100);
}
