// Texts that hold a command of Bylaw which only a person gives. Read by hand: a regular expression for it is slow to compile.

/** Commands that let something through, and the one that stands in for a person's message. */
export const FOR_A_PERSON: ReadonlySet<string> = new Set([
  "approve",
  "waive",
  "trust",
  "install",
  "uninstall",
  "hook",
]);
/** Commands behind `bylaw runs`. */
export const RUNS_FOR_A_PERSON: ReadonlySet<string> = new Set(["set", "prune"]);
/** Commands behind `bylaw learn`. */
export const LEARN_FOR_A_PERSON: ReadonlySet<string> = new Set(["accept", "drop"]);

/** How far behind the program's name such a word is looked for, in UTF-16 units. */
const REACH = 240;
const NAME = "bylaw";

/** Whether the program and, on the same line not far behind, such a command stand in a text; or the hook's own file. */
export function holdsOwnCommand(text: string): boolean {
  const lower = text.toLowerCase();
  if (lower.includes("hook.cjs") || lower.includes("hook-main.cjs")) return true;
  for (let at = lower.indexOf(NAME); at >= 0; at = lower.indexOf(NAME, at + NAME.length)) {
    const [line = ""] = lower.slice(at + NAME.length, at + NAME.length + REACH).split("\n", 1);
    // The rest of a longer name is none of it: `bylaws`, `.bylaw/`.
    if (/^[\w/]/.test(line)) continue;
    const words = line.split(/[^\w-]+/);
    if (words.some((w, i) => isForAPerson(w, words.slice(i + 1)))) return true;
  }
  return false;
}

function isForAPerson(word: string, behind: readonly string[]): boolean {
  if (word === "runs") return behind.some((w) => RUNS_FOR_A_PERSON.has(w));
  if (word === "learn") return behind.some((w) => LEARN_FOR_A_PERSON.has(w));
  return FOR_A_PERSON.has(word);
}
