// bylaw explain: a rule with its history, or the trace of a verdict.
import { nearNames, oneOf } from "../../compiler/messages/near.ts";
import type { Policy, Verdict } from "../../policy/types.ts";
import { quoteWord } from "../../shell/quote.ts";
import { Checker } from "../../validators/checker.ts";
import type { TraceEntry } from "../../validators/context.ts";
import { type CommandRun, textOption, UsageError } from "../command.ts";
import { regex, sha256 } from "../node-tools.ts";
import { printCode } from "../print/finding-code.ts";
import { printRule, printSuperseded } from "../print/rule.ts";
import { printable, type Style, style } from "../print/style.ts";
import { printVerdict } from "../print/verdict.ts";
import { EXIT } from "../terminal.ts";
import { projectPolicy } from "./check.ts";

export const explain: CommandRun = (input, terminal) => {
  const [id] = input.operands;
  const words = input.behindDashes;
  if ((id === undefined) === (words === undefined))
    throw new UsageError("expected a rule's id, or -- and a command");
  const policy = projectPolicy(textOption(input, "policy"), terminal);
  if (policy === undefined) return EXIT.unusable;
  const paint = style(terminal.color.out);
  const [first = "", ...rest] = words ?? [];
  const command = rest.length === 0 ? first : [first, ...rest].map(quoteWord).join(" ");
  terminal.out(id === undefined ? commandText(command, policy, paint).text : ruleText(id, policy, paint));
  return EXIT.ok;
};

/** A rule by its id, in force or not; as text. */
export function ruleText(id: string, policy: Policy, paint: Style): string {
  const rule = policy.rules.find((r) => r.id === id);
  if (rule !== undefined) return printRule(rule, policy, paint);
  const replaced = policy.history.superseded.find((s) => s.id === id);
  if (replaced !== undefined) return printSuperseded(replaced, paint);
  const code = printCode(id, paint);
  if (code !== undefined) return code;
  const ids = [...policy.rules, ...policy.history.superseded].map((r) => r.id);
  const near = nearNames(id, ids);
  throw new UsageError(`there is no rule ${id}${near.length === 0 ? "" : `; did you mean ${oneOf(near)}?`}`);
}

/** How the verdict on a command comes about, as text, with the verdict. */
export function commandText(
  command: string,
  policy: Policy,
  paint: Style,
): { readonly text: string; readonly verdict: Verdict; readonly entries: readonly TraceEntry[] } {
  const entries: TraceEntry[] = [];
  const checker = new Checker(policy, { sha256, regex });
  const verdict = checker.check({ kind: "command", command }, { trace: (entry) => entries.push(entry) });
  const lines = [
    paint.bold("runs"),
    ...verdict.canonical.split("\n").map((line) => `  ${printable(line)}`),
    paint.bold("rules held against it"),
    ...entries.map(({ rule, judgement }) => {
      const { applies, decision, outcome } = judgement;
      const said = decision ?? (applies === false ? "does not apply" : "kept");
      const why = decision === undefined || outcome === undefined ? "" : `: ${printable(outcome.message)}`;
      return `  ${rule.id}: ${said}${why}`;
    }),
    ...(entries.length === 0 ? ["  none speaks of it"] : []),
    paint.bold("verdict"),
  ];
  return { text: `${lines.join("\n")}\n${printVerdict(verdict, command, paint)}`, verdict, entries };
}
