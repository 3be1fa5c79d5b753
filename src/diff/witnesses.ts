// Actions on which two policies may differ, made up from the words of their rules and tried on both.
import type { RegexEngine } from "../pattern/compare.ts";
import { witness } from "../pattern/witness.ts";
import type { Sha256 } from "../policy/revision.ts";
import { governedPatterns } from "../policy/rules.ts";
import type { Action, Policy, Rule } from "../policy/types.ts";
import { quoteWord } from "../shell/quote.ts";
import { Checker } from "../validators/checker.ts";
import type { EnforcedRule } from "./enforced.ts";
import type { Witness } from "./relation.ts";

/** What trying an action needs. */
export interface TryOptions {
  readonly sha256: Sha256;
  readonly regex: RegexEngine;
  readonly today?: string;
}

type Candidate = Pick<Witness, "action" | "facts">;

/** Most actions that are tried for one part. */
const MOST = 600;
const MOST_VALUES = 40;
const ROOT = "/project";

/** Tries actions on both policies, as the first of a run. */
export class Trials {
  readonly #before: Checker;
  readonly #now: Checker;

  constructor(before: Policy, now: Policy, options: TryOptions) {
    this.#before = new Checker(before, { ...options, root: ROOT });
    this.#now = new Checker(now, { ...options, root: ROOT });
  }

  /** The actions that get different verdicts. */
  differing(candidates: readonly Candidate[]): Witness[] {
    const seen = new Set<string>();
    return candidates.slice(0, MOST).flatMap(({ action, facts }) => {
      const key = JSON.stringify([action, facts]);
      if (seen.has(key)) return [];
      seen.add(key);
      const context = { history: "empty", facts } as const;
      const old = this.#before.check(action, context).decision;
      const now = this.#now.check(action, context).decision;
      return old === now ? [] : [{ action, facts, old, new: now }];
    });
  }
}

/** Commands that rules speak of: their examples, what their patterns and options say, and those with one word less. */
export function commandsFor(rules: readonly EnforcedRule[], policies: readonly Policy[]): Candidate[] {
  const texts = new Map<string, Readonly<Record<string, string>>[]>();
  const add = (text: string, facts: Readonly<Record<string, string>> = {}): void => {
    texts.set(text, [...(texts.get(text) ?? []), facts]);
  };
  const examples = rules.flatMap((r) => r.rule.examples);
  for (const { command, facts } of examples) add(command, facts);
  for (const { rule } of rules)
    for (const policy of policies)
      for (const pattern of governedPatterns(rule)) {
        for (const more of wordsOf(rule, policy)) {
          const full =
            witness(pattern, [rule], policy.lists, more) ?? witness(pattern, [], policy.lists, more);
          if (full !== undefined) add(full);
          const bare = witness(pattern, [], policy.lists, more);
          if (bare !== undefined) add(bare);
        }
      }
  const facts = distinctFacts(examples.map((e) => e.facts));
  for (const text of [...texts.keys()]) for (const less of withoutOne(text)) add(less);
  return [...texts].flatMap(([command, own]) =>
    [...own, ...facts].map((f): Candidate => ({ action: { kind: "command", command, cwd: ROOT }, facts: f })),
  );
}

/** Files that rules about files speak of, read, edited and deleted. */
export function filesFor(rules: readonly EnforcedRule[]): Candidate[] {
  return rules.flatMap(({ rule }) => {
    const globs = "globs" in rule ? rule.globs : [];
    const contents = rule.kind === "never-write" ? [...rule.texts, ""] : [undefined];
    const paths = globs.map((g) => g.replaceAll("**", "a").replaceAll("*", "a").replaceAll("?", "a"));
    return paths.flatMap((path) =>
      (["edit", "read", "delete"] as const).flatMap((kind) =>
        contents.map((content): Candidate => {
          const action: Action = { kind, path, cwd: ROOT, ...(content === undefined ? {} : { content }) };
          return { action, facts: {} };
        }),
      ),
    );
  });
}

/** Words that a rule looks at, to be put behind a command. The empty one comes first. */
function wordsOf(rule: Rule, policy: Policy): string[][] {
  const words: string[][] = [[]];
  if ("options" in rule) {
    const uses = rule.options.map((o) => (o.value === undefined ? [o.name] : [o.name, o.value]));
    words.push(...uses, uses.flat());
    if ("with" in rule) words.push(...rule.with.map((w) => [...uses.flat(), w]));
  }
  const option = "option" in rule ? rule.option : undefined;
  const before = option === undefined || option.startsWith("<") ? [] : [option];
  if ("list" in rule) {
    const members = policy.lists.find((l) => l.name === rule.list)?.members ?? [];
    words.push(...members.slice(0, MOST_VALUES).map((m) => [...before, m.value]), [...before, "other"]);
    words.push([...before, ...members.map((m) => m.value)]);
  }
  if ("values" in rule) words.push(...rule.values.map((v) => [...before, v]));
  if ("value" in rule) words.push([...before, rule.value], [...before, "other"]);
  if ("over" in rule) words.push(...rule.over.map((o) => [o]));
  return words;
}

/** A command with each of its words but the first left out in turn. */
function withoutOne(text: string): string[] {
  if (!/^[\w./:=@%+,\- ]+$/.test(text)) return [];
  const words = text.split(" ").filter((w) => w !== "");
  return words.length > 30
    ? []
    : words.slice(1).map((_, i) =>
        words
          .filter((__, at) => at !== i + 1)
          .map(quoteWord)
          .join(" "),
      );
}

function distinctFacts(all: readonly Readonly<Record<string, string>>[]): Readonly<Record<string, string>>[] {
  const byText = new Map(all.map((facts) => [JSON.stringify(facts), facts]));
  return [...byText.values()].filter((f) => Object.keys(f).length > 0).slice(0, 8);
}
