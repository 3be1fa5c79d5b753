// What a program does to protected files: by what programs are known to do with the files that they are named.
import type { Redirection, Word } from "../../shell/types.ts";
import { archiveDoes, patched } from "./archives.ts";
import { findDoes } from "./find.ts";
import { gitDoes } from "./git.ts";
import { COPIERS, IN_PLACE, MAKERS, READERS, RECURSIVE, TAKERS, WRITERS } from "./programs.ts";
import { type Does, type Manner, type Seen, strictest } from "./seen.ts";
import { isOption, knownText, standingOf } from "./words.ts";

/** What an invocation does to protected files, by its redirections and its words. */
export function filesDoes(seen: Seen): Does | undefined {
  for (const redirection of seen.invocation.redirections) {
    const does = redirected(redirection, seen);
    if (does !== undefined) return does;
  }
  const { name, args } = seen.invocation;
  if (name === "") return undefined;
  if (name === undefined) return unknownProgram(seen);
  const program = name.toLowerCase();
  if (program === "git") return gitDoes(seen);
  if (program === "find" || program === "fd" || program === "fdfind") return findDoes(seen);
  const archive = archiveDoes(program, seen);
  if (archive !== undefined) return archive === "nothing" ? undefined : archive;
  if (READERS.has(program)) return undefined;
  const inPlace = IN_PLACE.get(program);
  if (inPlace !== undefined) {
    if (args.some((w) => inPlace.test(knownText(w)))) return strictest(args, seen, "writes");
    if (program !== "perl" && program !== "ruby" && program !== "prettier") return undefined;
  }
  if (COPIERS.has(program)) return copies(seen);
  if (program === "patch") return strictest(args, seen, "writes") ?? patched(patchFiles(args), seen);
  if (WRITERS.has(program)) return strictest(args, seen, mannerOf(program)) ?? below(program, seen);
  if (program === "curl" || program === "wget" || program === "aria2c")
    return strictest(downloads(args), seen, "writes");
  return unknownProgram(seen);
}

function mannerOf(program: string): Manner {
  if (MAKERS.has(program)) return "makes";
  return TAKERS.has(program) ? "takes" : "writes";
}

/** Changes of all that is in a folder. */
function below(program: string, seen: Seen): Does | undefined {
  const { args } = seen.invocation;
  if (!RECURSIVE.has(program) || !args.some((w) => /^(?:-[A-Za-z]*[rR]|--recursive)/.test(knownText(w))))
    return undefined;
  const word = args.find((w) => standingOf(w, seen.places, seen.from) === "above");
  return word === undefined ? undefined : { does: "may change", word };
}

function redirected({ operator, target }: Redirection, seen: Seen): Does | undefined {
  if (!operator.includes(">") || /^\d+-?$|^-$/.test(target.text ?? "")) return undefined;
  return strictest([target], seen, "writes");
}

/** A copy changes where it goes to: the last operand, or what an option names, as such or with the names of what is copied. */
function copies(seen: Seen): Does | undefined {
  const { args, name } = seen.invocation;
  const target = args.findIndex((w) => /^(?:-t$|--target-directory)/.test(knownText(w)));
  const operands = args.filter((w, i) => !isOption(w) && (target < 0 || i !== target + 1));
  const named =
    target < 0
      ? undefined
      : knownText(args[target] ?? NO_WORD).includes("=")
        ? args[target]
        : args[target + 1];
  const to = named ?? operands[operands.length - 1];
  if (to === undefined || (named === undefined && operands.length < 2)) return undefined;
  const whole = strictest([to], seen, "writes");
  if (whole?.does === "changes") return whole;
  if (args.some((w) => /^--(?:remove-source-files|delete)/.test(knownText(w)))) {
    const all = strictest(operands, seen, "takes");
    if (all !== undefined) return all;
  }
  const folder = standingOf(to, seen.places, seen.from);
  for (const source of named === undefined ? operands.slice(0, -1) : operands) {
    const text = knownText(source);
    const last =
      text
        .replace(/[/\\]+$/, "")
        .split(/[/\\]/)
        .pop() ?? "";
    const contents =
      last === "." || last === ".." || source.glob === true || (name === "rsync" && /[/\\]$/.test(text));
    if (contents && folder === "above") return { does: "may change", word: source };
    const into: Word = { ...to, text: `${knownText(to)}/${last}`, glob: false };
    if (folder !== "outside" && strictest([into], seen, "certain") !== undefined)
      return { does: "changes", word: to };
  }
  return whole?.does === "may change" ? whole : undefined;
}

const NO_WORD: Word = { text: "", raw: "", range: { start: 0, end: 0 }, exact: false };

/** The file that `patch` reads: what `-i` names, or the second operand. */
function patchFiles(args: readonly Word[]): Word[] {
  const option = args.findIndex((w) => /^(?:-i|--input)/.test(knownText(w)));
  if (option < 0) return args.filter((w) => !isOption(w)).slice(1, 2);
  const own = args[option];
  const value = own !== undefined && /^(?:-i.|--input=)/.test(knownText(own)) ? own : args[option + 1];
  return value === undefined ? [] : [{ ...value, text: knownText(value).replace(/^(?:-i|--input=)/, "") }];
}

/** The words of a program that fetches, but for what it sends. */
function downloads(args: readonly Word[]): Word[] {
  return args.filter((word, i) => {
    const before = knownText(args[i - 1] ?? NO_WORD);
    return /^(?:-o|-O|-P|--output|--directory-prefix|-D|--dir|-c|--cookie-jar|--trace|--dump-header)/.test(
      isOption(word) ? knownText(word) : before,
    );
  });
}

/** Nobody knows what a program does with a protected file that it is named. */
function unknownProgram(seen: Seen): Does | undefined {
  const { args } = seen.invocation;
  const named = args.find((w) => standingOf(w, seen.places, seen.from) === "inside");
  return named === undefined ? undefined : { does: "may change", word: named };
}
