// Puts values in place of a command's placeholders, quoted so that a shell reads each as the one value that it is. The
// shell reader confirms it: with the values in, the command must be the same programs with the same words.
import { quoteWord } from "../shell/quote.ts";
import { readShell } from "../shell/read.ts";
import type { Carrier, Invocation, Reading, Word } from "../shell/types.ts";

export type Filled =
  | { readonly command: string; readonly unfilled: readonly string[] }
  | { readonly placeholder: string; readonly problem: string };

/** Values that no shell reads as anything but themselves, wherever they stand. */
const PLAIN = /^[A-Za-z0-9_./:@%+,=-]+$/;
/** Values that stay themselves inside quotes that are open. */
const IN_QUOTES = { none: /^(?!)/, single: /^[^']+$/, double: /^[^\\"$`!]+$/ };

/**
 * Fills a command's placeholders. `names` are all placeholders in it; those without a value stay as they are. `carriers`
 * are the programs of the project that run others: what stands in their words is read as the command that it is.
 */
export function fill(
  command: string,
  names: readonly string[],
  values: ReadonlyMap<string, string>,
  carriers: readonly Carrier[],
): Filled {
  const given = names.filter((name) => values.has(name));
  const unfilled = names.filter((name) => !values.has(name));
  if (given.length === 0) return { command, unfilled };
  for (const placeholder of given) {
    const problem = problemOf(values.get(placeholder) ?? "");
    if (problem !== undefined) return { placeholder, problem };
  }
  const filled = replaced(command, given, values);
  const [first = ""] = given;
  const placeholders = new Set(names);
  const before = readShell(command, { placeholders, carriers });
  const after = readShell(filled, { placeholders, carriers });
  const plain = given.every((name) => PLAIN.test(values.get(name) ?? ""));
  if (before.problems.length > 0 && plain) return { command: filled, unfilled };
  const wrong = differs(before, after, values);
  if (wrong === undefined && (plain || !command.includes("<<"))) return { command: filled, unfilled };
  return { placeholder: wrong ?? first, problem: "it would not stay one value where this command has it" };
}

/** Why a value can be none, whatever the command is. */
function problemOf(value: string): string | undefined {
  if (value === "") return "it is empty";
  if (/[\p{Cc}\u2028\u2029\ufdd0-\ufdef]/u.test(value))
    return "it holds a control character or the end of a line";
  return undefined;
}

/** The text with values in it, by the quotes that are open where a placeholder stands. */
function replaced(command: string, names: readonly string[], values: ReadonlyMap<string, string>): string {
  let out = "";
  let quote: "none" | "single" | "double" = "none";
  for (let i = 0; i < command.length; i++) {
    const char = command[i] ?? "";
    if (char === "<") {
      const name = names.find((n) => command.startsWith(`<${n}>`, i));
      if (name !== undefined) {
        out += quoted(values.get(name) ?? "", quote);
        i += name.length + 1;
        continue;
      }
    }
    out += char;
    if (char === "\\" && quote !== "single") {
      out += command[i + 1] ?? "";
      i += 1;
    } else if (char === "'" && quote !== "double") quote = quote === "single" ? "none" : "single";
    else if (char === '"' && quote !== "single") quote = quote === "double" ? "none" : "double";
  }
  return out;
}

/** Inside quotes these are closed in front of the value and opened again behind it. */
function quoted(value: string, quote: "none" | "single" | "double"): string {
  if (PLAIN.test(value) || IN_QUOTES[quote].test(value)) return value;
  const word = quoteWord(value);
  const mark = quote === "single" ? "'" : quote === "double" ? '"' : "";
  return mark + word + mark;
}

/** The first placeholder whose value changes more than its place; undefined where the two readings are the same. */
function differs(before: Reading, after: Reading, values: ReadonlyMap<string, string>): string | undefined {
  const words = before.invocations.flatMap(wordsOf);
  const own = words.flatMap((w) => w.placeholder ?? [])[0] ?? "";
  if (
    before.invocations.length !== after.invocations.length ||
    after.problems.length > before.problems.length
  )
    return own;
  for (const [i, invocation] of before.invocations.entries()) {
    const other = after.invocations[i];
    if (other === undefined || shapeOf(invocation) !== shapeOf(other)) return own;
    const others = wordsOf(other);
    for (const [j, word] of wordsOf(invocation).entries()) {
      const now = others[j];
      if (word.placeholder === undefined) {
        if (now?.text !== word.text) return own;
      } else if (now === undefined || !isFilled(word, now, values)) return word.placeholder;
    }
  }
  return undefined;
}

function wordsOf({ program, args, env, redirections }: Invocation): Word[] {
  return [program, ...args, ...env.map((e) => e.value), ...redirections.map((r) => r.target)];
}

function shapeOf({ args, env, redirections, host, carriers }: Invocation): string {
  const names = env.map((e) => e.name);
  return JSON.stringify([args.length, names, redirections.map((r) => r.operator), typeof host, carriers]);
}

/** Whether a word is what its placeholders' values make of it, and no option that it wasn't before. */
function isFilled(before: Word, after: Word, values: ReadonlyMap<string, string>): boolean {
  const names = [...before.raw.matchAll(/<([^<>\n]{1,400})>/g)].map((match) => match[1] ?? "");
  const pieces = before.pieces ?? [null];
  const left: (string | null)[] = [];
  let next = 0;
  for (const piece of pieces) {
    const value = piece === null ? (values.get(names[next++] ?? "") ?? null) : piece;
    const last = left[left.length - 1];
    if (typeof last === "string" && value !== null) left[left.length - 1] = last + value;
    else left.push(value);
  }
  if (next !== names.length) return false;
  const opened = pieces[0] ?? "";
  const [start] = left;
  if (!opened.startsWith("-") && typeof start === "string" && start.startsWith("-")) return false;
  const [only, ...more] = left;
  if (more.length === 0 && typeof only === "string") return after.text === only;
  return JSON.stringify(after.pieces ?? [null]) === JSON.stringify(left);
}
