// The fast path: a text of plain words needs no parser.
import { baseName, lookalikeOf } from "./names.ts";
import { isPlainGit } from "./plain-git.ts";
import { isSpecial, mayNameOwnFile } from "./special.ts";
import type { Reading, Word } from "./types.ts";

/** Words of the grammar that are made of plain letters. */
const RESERVED = " if then elif else fi for while until do done case esac select function time coproc in ";

const PLAIN = /^[A-Za-z0-9_./:=@%+,\- \t]*$/;

/** Whether a text is nothing but words that every shell reads as they are. */
export function isPlainText(text: string): boolean {
  return PLAIN.test(text);
}

/** The words of a text of plain words; undefined for any other text. */
function plainWords(text: string): Word[] | undefined {
  if (!isPlainText(text)) return undefined;
  const words: Word[] = [];
  const { length } = text;
  let start = -1;
  for (let at = 0; at <= length; at++) {
    const code = at < length ? text.charCodeAt(at) : 32;
    if (code !== 32 && code !== 9) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      const raw = text.slice(start, at);
      words.push({ text: raw, raw, range: { start, end: at }, exact: true });
      start = -1;
    }
  }
  return words;
}

/** Reads a text of plain words whose first one is an ordinary program; undefined for any other text. */
export function readPlain(
  text: string,
  special: (name: string) => boolean,
  fold = false,
): Reading | undefined {
  const words = plainWords(text);
  const program = words?.[0];
  if (words === undefined || program?.text === undefined) return undefined;
  const last = words[words.length - 1] ?? program;
  const spelled = baseName(program.text);
  const name = fold ? spelled?.toLowerCase() : spelled;
  if (name === undefined || program.text.includes("=") || RESERVED.includes(` ${program.text} `))
    return undefined;
  if (special(name)) return undefined;
  if (isSpecial(name, program.text) && !(name === "git" && isPlainGit(words.slice(1)))) return undefined;
  if (mayNameOwnFile(program.text)) return undefined;
  const invocation = {
    name,
    program,
    args: words.slice(1),
    env: [],
    redirections: [],
    host: undefined,
    carriers: [],
    succeeded: [],
    pipedFrom: undefined,
    certain: true,
    range: { start: program.range.start, end: last.range.end },
    quoting: "none" as const,
    cwd: undefined,
    influences: undefined,
    lookalike: lookalikeOf(name),
  };
  return { invocations: [invocation], problems: [], opaque: [], files: [], proven: [0], plain: true };
}
