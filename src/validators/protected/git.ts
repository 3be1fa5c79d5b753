// git: which of its commands change files of the working tree, and whether they may be protected.
import type { Word } from "../../shell/types.ts";
import { patched } from "./archives.ts";
import { type Does, type Seen, strictest } from "./seen.ts";
import { isOption, knownText, standingOf } from "./words.ts";

/** Change the files that they name, and nothing else. */
const NAMING = new Set("rm mv checkout-index update-index merge-file sparse-checkout replace".split(" "));
/** Options in front of the command that take the next word. */
const VALUED = new Set(
  "-C -c --git-dir --work-tree --namespace --exec-path --super-prefix --config-env".split(" "),
);
/** Write what an option names. */
const WRITES = /^(?:--output(?:-directory)?=|-o)/;

export function gitDoes(given: Seen): Does | undefined {
  const { args } = given.invocation;
  let at = 0;
  let seen = given;
  while (at < args.length) {
    const text = knownText(args[at] ?? NOTHING);
    const folder =
      text === "-C" || text === "--work-tree"
        ? args[at + 1]
        : text.startsWith("--work-tree=")
          ? args[at]
          : undefined;
    if (folder !== undefined) {
      const path = knownText(folder).replace(/^--work-tree=/, "");
      seen = { ...seen, from: seen.places.path(path, seen.from) ?? seen.from };
    }
    if (!text.startsWith("-")) break;
    at += VALUED.has(text) ? 2 : 1;
  }
  const [verb, ...words] = args.slice(at);
  return verb === undefined ? undefined : verbDoes(knownText(verb), verb, words, seen);
}

const NOTHING: Word = { text: "", raw: "", range: { start: 0, end: 0 }, exact: false };

function verbDoes(verb: string, at: Word, words: readonly Word[], seen: Seen): Does | undefined {
  const texts = words.map(knownText);
  const has = (...options: string[]): boolean => texts.some((t) => options.includes(t));
  const operands = words.filter((w) => !isOption(w));
  const all: Does = { does: "may change", word: at };
  if (NAMING.has(verb))
    return has("-n", "--dry-run", "--cached") && verb === "rm"
      ? undefined
      : strictest(operands, seen, "takes");
  if (verb === "config") return strictest(words, seen, "certain");
  if (verb === "checkout" || verb === "restore" || verb === "switch") {
    if (verb === "restore" && has("--staged", "-S") && !has("--worktree", "-W")) return undefined;
    return (
      whole(operands, seen) ??
      (verb !== "restore" && has("-f", "--force", "--discard-changes") ? all : undefined)
    );
  }
  if (verb === "clean") {
    const really = texts.some((t) => /^-[a-z]*f/.test(t) || t === "--force");
    if (!really || texts.some((t) => /^-[a-z]*n/.test(t) || t === "--dry-run")) return undefined;
    return operands.length === 0 ? all : whole(operands, seen);
  }
  if (verb === "reset") return has("--hard", "--merge", "--keep") ? all : undefined;
  if (verb === "stash") {
    const [what] = operands.map(knownText);
    if (what !== undefined && !["push", "save"].includes(what)) return undefined;
    const paths = operands.slice(1);
    return what === "push" && paths.length > 0 ? whole(paths, seen) : all;
  }
  if (verb === "apply" || verb === "am")
    return has("--check", "--stat", "--numstat", "--cached", "--abort") ? undefined : patched(operands, seen);
  if (verb === "read-tree") return has("-u") ? all : undefined;
  return strictest(
    words.filter((w, i) => WRITES.test(knownText(w)) || /^(?:-o|--output)$/.test(texts[i - 1] ?? "")),
    seen,
    "writes",
  );
}

/** Files that are put back as git has them: one that is named is changed, a folder above may be. */
function whole(paths: readonly Word[], seen: Seen): Does | undefined {
  for (const word of paths) {
    const standing = standingOf(word, seen.places, seen.from);
    if (standing === "inside") return { does: "changes", word };
    if (standing === "above" || /^:[/(!]/.test(knownText(word))) return { does: "may change", word };
  }
  return undefined;
}
