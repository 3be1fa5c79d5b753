// Rules of Codex' execpolicy, each with examples that Codex itself tries when it loads the file.
import { type NativeRule, reasonFor } from "./candidates.ts";

/** The line that the file begins with. */
export const CODEX_MARK =
  "# Written by bylaw install from the policy in force. Run it again after bylaw trust.";

/** The text of a rules file; undefined where no rule is about commands. */
export function codexRules(rules: readonly NativeRule[]): string | undefined {
  const commands = rules.filter((r) => r.what === "command");
  if (commands.length === 0) return undefined;
  return `${CODEX_MARK}\n\n${commands.map(prefixRule).join("\n")}`;
}

function prefixRule(rule: NativeRule & { readonly what: "command" }): string {
  const { words, decision } = rule;
  const [program = ""] = words;
  const others = words.length === 1 ? [[`no-${program}`, "word"]] : [[program], [program, "word"]];
  const lists = (examples: readonly (readonly string[])[]): string => `[${examples.map(list).join(", ")}]`;
  return `prefix_rule(
    pattern = ${list(words)},
    decision = ${JSON.stringify(decision === "deny" ? "forbidden" : "prompt")},
    justification = ${JSON.stringify(reasonFor(rule.rule))},
    match = ${lists([words, [...words, "word"]])},
    not_match = ${lists(others)},
)
`;
}

function list(words: readonly string[]): string {
  return `[${words.map((w) => JSON.stringify(w)).join(", ")}]`;
}
