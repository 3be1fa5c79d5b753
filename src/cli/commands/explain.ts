// bylaw explain: a rule with its history, or the trace of a verdict.
import { nearNames, oneOf } from "../../compiler/messages/near.ts";
import type { Policy } from "../../policy/types.ts";
import { quoteWord } from "../../shell/quote.ts";
import { Checker } from "../../validators/checker.ts";
import type { TraceEntry } from "../../validators/context.ts";
import { type CommandRun, textOption, UsageError } from "../command.ts";
import { regex, sha256 } from "../node-tools.ts";
import { printRule, printSuperseded } from "../print/rule.ts";
import { printable, style } from "../print/style.ts";
import { printVerdict } from "../print/verdict.ts";
import { EXIT, type Terminal } from "../terminal.ts";
import { projectPolicy } from "./check.ts";

export const explain: CommandRun = (input, terminal) => {
  const [id] = input.operands;
  const words = input.behindDashes;
  if ((id === undefined) === (words === undefined))
    throw new UsageError("expected a rule's id, or -- and a command");
  const policy = projectPolicy(textOption(input, "policy"), terminal);
  if (policy === undefined) return EXIT.unusable;
  if (id !== undefined) return explainRule(id, policy, terminal);
  const [first = "", ...rest] = words ?? [];
  return explainCommand(
    rest.length === 0 ? first : [first, ...rest].map(quoteWord).join(" "),
    policy,
    terminal,
  );
};

function explainRule(id: string, policy: Policy, terminal: Terminal): number {
  const paint = style(terminal.color.out);
  const rule = policy.rules.find((r) => r.id === id);
  const replaced = policy.history.superseded.find((s) => s.id === id);
  if (rule !== undefined) terminal.out(printRule(rule, policy, paint));
  else if (replaced !== undefined) terminal.out(printSuperseded(replaced, paint));
  else {
    const ids = [...policy.rules, ...policy.history.superseded].map((r) => r.id);
    const near = nearNames(id, ids);
    throw new UsageError(
      `there is no rule ${id}${near.length === 0 ? "" : `; did you mean ${oneOf(near)}?`}`,
    );
  }
  return EXIT.ok;
}

function explainCommand(command: string, policy: Policy, terminal: Terminal): number {
  const paint = style(terminal.color.out);
  const entries: TraceEntry[] = [];
  const checker = new Checker(policy, { sha256, regex });
  const verdict = checker.check({ kind: "command", command }, { trace: (entry) => entries.push(entry) });
  terminal.out(`${paint.bold("runs")}\n`);
  for (const line of verdict.canonical.split("\n")) terminal.out(`  ${printable(line)}\n`);
  terminal.out(`${paint.bold("rules held against it")}\n`);
  for (const { rule, judgement } of entries) {
    const { applies, decision, outcome } = judgement;
    const said = decision ?? (applies === false ? "does not apply" : "kept");
    const why = decision === undefined || outcome === undefined ? "" : `: ${printable(outcome.message)}`;
    terminal.out(`  ${rule.id}: ${said}${why}\n`);
  }
  if (entries.length === 0) terminal.out("  none speaks of it\n");
  terminal.out(`${paint.bold("verdict")}\n${printVerdict(verdict, command, paint)}`);
  return EXIT.ok;
}
