// bylaw decide: what a decision table says of given values, as text, as JSON or for a GitHub workflow step.
import { nearNames, oneOf } from "../../compiler/messages/near.ts";
import type { DecisionTable, Policy } from "../../policy/types.ts";
import { decide as decideTable } from "../../validators/decide.ts";
import { type CommandRun, formatOption, textOption, UsageError } from "../command.ts";
import { stepFiles, writeStep } from "../io/github-step.ts";
import { dayGiven } from "../playbook.ts";
import {
  type DecisionReport,
  printDecision,
  refusedStep,
  reportOf,
  stepOutput,
  stepSummary,
} from "../print/decision.ts";
import { style } from "../print/style.ts";
import { EXIT } from "../terminal.ts";
import { projectPolicy } from "./check.ts";

export const decide: CommandRun = (input, terminal) => {
  const format = formatOption(input, ["text", "json"]);
  const files = input.options["github"] === true ? stepFiles(terminal) : undefined;
  const [name, ...pairs] = [...input.operands, ...(input.behindDashes ?? [])];
  if (name === undefined) throw new UsageError("expected a decision table");
  const policy = projectPolicy(textOption(input, "policy"), terminal);
  if (policy === undefined) return EXIT.unusable;
  const table = tableNamed(name, policy);
  try {
    const report = decided(policy, table, pairs, dayGiven(input));
    if (files !== undefined) writeStep(files, stepOutput(report), stepSummary(report));
    if (format === "json") terminal.out(`${JSON.stringify(report, null, 2)}\n`);
    else terminal.out(printDecision(report, style(terminal.color.out)));
    return report.exitStatus;
  } catch (error) {
    if (!(error instanceof UsageError) || files === undefined) throw error;
    const step = refusedStep(table.name, error.message);
    writeStep(files, step.output, step.summary);
    throw error;
  }
};

/** What a table comes to with `input=value` pairs, on a day. A usage error for a value that it can't take. */
export function decided(
  policy: Policy,
  table: DecisionTable,
  pairs: readonly string[],
  today: string,
): DecisionReport {
  const byName = new Map(policy.decisions.map((d) => [d.name, d]));
  const decision = (other: string): DecisionTable | undefined => byName.get(other);
  const context = { decision, today };
  const read = readValues(pairs, table, decision);
  if ("problem" in read) throw new UsageError(read.problem);
  const { values } = read;
  const answer = decideTable(table, values, context);
  if (answer.status === "outside") {
    const { input: fact, value, expected } = answer;
    throw new UsageError(`unexpected value ${shortened(value)} for ${fact}, expected ${expected}`);
  }
  return reportOf(table, values, answer, (other) => {
    const found = decision(other);
    return found === undefined ? undefined : decideTable(found, values, context);
  });
}

/** A decision table by its name. */
export function tableNamed(name: string, { decisions }: Policy): DecisionTable {
  const table = decisions.find((d) => d.name === name);
  if (table !== undefined) return table;
  const names = decisions.map((d) => d.name);
  throw new UsageError(`there is no decision ${name}${hint(name, names)}`);
}

/** Reads `input=value` pairs. A name may be any input of the table, or of the tables that it hangs on. */
function readValues(
  pairs: readonly string[],
  table: DecisionTable,
  decision: (name: string) => DecisionTable | undefined,
): { readonly values: Record<string, string> } | { readonly problem: string } {
  const known = new Set(table.inputs.map((i) => i.name));
  for (const name of known) for (const input of decision(name)?.inputs ?? []) known.add(input.name);
  const values: Record<string, string> = Object.create(null);
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
    if (equals < 1) return { problem: `unexpected ${shortened(pair)}, expected input=value` };
    if (!known.has(name)) {
      const expected = hint(name, [...known]) || `, expected ${oneOf([...known])}`;
      return { problem: `${table.name} has no input ${shortened(name)}${expected}` };
    }
    if (name in values) return { problem: `unexpected second value for ${name}` };
    values[name] = value;
  }
  return { values };
}

/** A value as it is, or in quotes where it is long, empty or holds what doesn't show. */
function shortened(value: string): string {
  if (/^[\w.:/@+-]{1,80}$/.test(value)) return value;
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}

function hint(name: string, names: readonly string[]): string {
  const near = nearNames(name, names);
  return near.length === 0 ? "" : `; did you mean ${oneOf(near)}?`;
}
