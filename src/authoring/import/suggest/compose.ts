// Deeds, a mood and what stands behind them as sentences of ours.
import type { Deed } from "./deed.ts";
import type { Tail } from "./tail.ts";
import type { Mood } from "./vocabulary.ts";

/** A sentence before it is read again, and why it is what was meant, or how it differs. */
export interface Draft {
  readonly words: string;
  readonly reasons: readonly string[];
}

/** The sentences that say it. */
export function compose(mood: Mood, deeds: readonly Deed[], tail: Tail): Draft[] {
  if (mood === "always" || tail.before.length > 0) return required(deeds, tail);
  if (mood === "only" && !tail.asks) return [];
  const asks = mood !== "never" || tail.asks;
  return merged(deeds).flatMap((deed): Draft[] => {
    const reasons = [...deed.notes, ...tail.notes];
    if (tail.first.length > 0 || tail.options.length > 0) return ordered(deed, tail, reasons);
    const words = asks ? asking(deed) : forbidding(deed);
    return words.map(([text, why]) => ({ words: text, reasons: [...why, ...reasons] }));
  });
}

/** Commands of several verbs are one list. */
function merged(deeds: readonly Deed[]): Deed[] {
  const commands = deeds.filter((d) => d.kind === "command");
  const [first] = commands;
  if (first === undefined || commands.length < 2) return [...deeds];
  const one: Deed = {
    ...first,
    what: commands.flatMap((d) => d.what),
    notes: commands.flatMap((d) => d.notes),
  };
  return [one, ...deeds.filter((d) => d.kind !== "command")];
}

const ASKED_ABOUT = "what a person allows is asked about";
const ADDED = "it is seen where `git add` names it: `git add .` is not in it, so it is narrower";

type Words = readonly [text: string, why: readonly string[]];

function forbidding({ kind, what, of }: Deed): Words[] {
  switch (kind) {
    case "command":
      return [[`Never run ${list(what, "or")}`, ["“never run” is the form for it"]]];
    case "option":
      return [
        [`Never pass ${list(what, "or")} to ${list(of, "or")}`, ["what is given is “passed”, to a tool"]],
      ];
    case "branch":
      return [
        [
          `Never pass ${list(what, "or")} as \`<refspec>\` to \`git push\`${of.length > 0 ? `, when ${list(of, "or")} is used` : ""}`,
          ["the branch is what `git push` is given"],
        ],
      ];
    case "stage": {
      const added = addings(what);
      return added === undefined ? [] : [[`Never run ${list(added, "or")}`, [ADDED]]];
    }
    default:
      return [[`Never ${kind} ${list(what, "or")}`, [`“${kind}” is the word for it`]]];
  }
}

function asking({ kind, what, of }: Deed): Words[] {
  switch (kind) {
    case "command":
      return [[`Ask before running ${list(what, "or")}`, [ASKED_ABOUT]]];
    case "option":
      return [
        [
          `Ask before running ${list(
            of.flatMap((o) => what.map((w) => `${o} ${w}`)),
            "or",
          )}`,
          [ASKED_ABOUT],
        ],
      ];
    case "branch":
      return [
        [
          of.length > 0 ? "Ask before running `git push --force`" : "Ask before running `git push`",
          [`“${what.join("”, “")}” is not in it, so it is wider`],
        ],
      ];
    case "stage": {
      const added = addings(what);
      return added === undefined ? [] : [[`Ask before running ${list(added, "or")}`, [ASKED_ABOUT, ADDED]]];
    }
    case "edit":
      return [[`Ask before editing ${list(what, "or")}`, [ASKED_ABOUT]]];
    case "delete":
      return [
        [
          `Ask before editing ${list(what, "or")}`,
          ["deleting counts as editing, and all editing is asked about, so it is wider"],
        ],
      ];
    default:
      return [];
  }
}

/** `git add` of files; a star is a part of a word. */
function addings(globs: readonly string[]): string[] | undefined {
  const words = globs.map((g) =>
    g
      .replace(/\/\*\*$/, "/")
      .replace(/^\*\*\//, "")
      .replace(/^\*(?=\.)/, "<name>"),
  );
  return words.some((w) => /[*?{}[\]]/.test(w)) ? undefined : words.map((w) => `git add ${w}`);
}

/** “Never commit without running `x`”, “never push without `--x`”. */
function ordered(deed: Deed, { first, options }: Tail, reasons: readonly string[]): Draft[] {
  if (deed.kind !== "command") return [];
  const targets = list(deed.what, "or");
  const words =
    options.length > 0
      ? `Always pass ${list(options, "and")} to ${targets}`
      : `Always run ${list(first, "and")} before ${targets}`;
  return [{ words, reasons: ["what has to be there is “always” there", ...reasons] }];
}

/** “Run `x` before committing”. */
function required(deeds: readonly Deed[], { before, notes }: Tail): Draft[] {
  const options = deeds.filter((d) => d.kind === "option");
  if (before.length === 0 && options.length === deeds.length)
    return options.map((d) => ({
      words: `Always pass ${list(d.what, "and")} to ${list(d.of, "and")}`,
      reasons: ["what is given is “passed”, to a tool", ...d.notes, ...notes],
    }));
  const commands = deeds.flatMap((d) => (d.kind === "command" && !d.unknown ? d.what : []));
  if (before.length === 0 || commands.length === 0 || deeds.some((d) => d.kind !== "command")) return [];
  const words = `Always run ${list(commands, "and")} before ${list(before, "or")}`;
  return [{ words, reasons: ["both commands are named", ...deeds.flatMap((d) => d.notes), ...notes] }];
}

/** Code spans as the language lists them. */
function list(texts: readonly string[], word: "and" | "or"): string {
  const spans = [...new Set(texts)].map((t) => `\`${t}\``);
  const last = spans.pop() ?? "";
  if (spans.length === 0) return last;
  return `${spans.join(", ")}${spans.length > 1 ? "," : ""} ${word} ${last}`;
}
