// The rules of a policy that hosts' own permissions can express: each such permission stops no more than the rule does.
import type { CommandPattern, Policy, Rule } from "../../policy/types.ts";

export type NativeRule =
  /** All commands that begin with these words. */
  | {
      readonly what: "command";
      readonly decision: "deny" | "ask";
      readonly words: readonly string[];
      readonly rule: Rule;
    }
  /** Files that fit a glob, as the rule has it: from the project's folder. */
  | {
      readonly what: "edit" | "read";
      readonly decision: "deny" | "ask";
      readonly glob: string;
      readonly rule: Rule;
    };

/** What the checker says of a command and of a call of a tool, and by which rules. */
export type Decide = (command: string) => { readonly decision: string; readonly rules: readonly string[] };

/** Words that mean the same to every host: no blank, no quote, nothing that a pattern could take for a hole. */
const PLAIN = /^[A-Za-z0-9_./:@%+,=-]+$/;

/**
 * What of a policy can be said natively, in the order of its rules. A rule that hangs on anything but the words of a
 * command, that may be waived, ends or has exceptions, is left out: a host's permission knows none of that. Each
 * command is tried with the checker, alone and with a further word.
 */
export function nativeRules(policy: Policy, decide: Decide): NativeRule[] {
  const excepted = new Set(policy.rules.flatMap((r) => (r.kind === "allow" ? r.exceptionTo : [])));
  const limited = new Set(policy.sources.filter((s) => s.appliesTo !== undefined).map((s) => s.file));
  return policy.rules.flatMap((rule): readonly NativeRule[] => {
    const { when, unless, until, id, source } = rule;
    if (when !== undefined || unless.length > 0 || until !== undefined || excepted.has(id)) return [];
    if (rule.kind === "never-run" || rule.kind === "ask-before") {
      const decision = rule.kind === "never-run" ? "deny" : "ask";
      return rule.targets
        .map(wordsOf)
        .filter((words) => words !== undefined)
        .filter((words) => holds(words, decision, rule, policy, decide))
        .map((words) => ({ what: "command", decision, words, rule }));
    }
    if (limited.has(source.file)) return [];
    if (rule.kind === "ask-editing")
      return rule.globs.map((glob) => ({ what: "edit", decision: "ask", glob, rule }));
    if (rule.kind !== "never-touch" || rule.verb === "delete") return [];
    const { verb } = rule;
    return rule.globs.map((glob) => ({ what: verb, decision: "deny", glob, rule }));
  });
}

/** The words of a pattern in the author's order; undefined where one of them may stand for several. */
function wordsOf({ text, program, operands }: CommandPattern): readonly string[] | undefined {
  const [, ...rest] = text.split(/\s+/).filter((w) => w !== "");
  if (operands.at(-1) === "…") rest.pop();
  const words = [program, ...rest];
  return words.every((w) => PLAIN.test(w)) ? words : undefined;
}

/** Whether every sample that begins with the words is decided by the rule, at least as strictly. */
function holds(
  words: readonly string[],
  decision: "deny" | "ask",
  rule: Rule,
  policy: Policy,
  decide: Decide,
): boolean {
  const looks = policy.tools
    .filter((t) => t.name === words[0])
    .flatMap((t) => t.changesNothing ?? [])
    .map((subcommand) => [words[0] ?? "", ...subcommand.split(" ").filter((w) => w !== "")])
    .filter((known) => words.every((w, i) => known[i] === w));
  const samples = [words, [...words, "word"], ...looks];
  return samples.every((sample) => {
    const given = decide(sample.join(" "));
    return (given.decision === "deny" || given.decision === decision) && given.rules.includes(rule.id);
  });
}

/** The rule as one line, for a host's reason. */
export function reasonFor(rule: Rule): string {
  return `${rule.sentence} (${rule.id})`;
}
