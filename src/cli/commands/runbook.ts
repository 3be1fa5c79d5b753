// bylaw runbook: the steps of one runbook with the verdict on each command.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Policy, Runbook } from "../../policy/types.ts";
import { placeholdersOf, type Steps, stepsWithVerdicts } from "../../runbooks/steps.ts";
import { carriersOf } from "../../validators/carriers.ts";
import { Checker } from "../../validators/checker.ts";
import { type CommandRun, formatOption, listOption, textOption, UsageError } from "../command.ts";
import { readFacts } from "../facts.ts";
import { projectRoot } from "../io/project.ts";
import { runFiles } from "../io/run-files.ts";
import { regex, sha256 } from "../node-tools.ts";
import { hint } from "../playbook.ts";
import { printRunbook, runbookAsData } from "../print/runbook.ts";
import { style } from "../print/style.ts";
import { EXIT } from "../terminal.ts";
import { today } from "../today.ts";
import { projectPolicy } from "./check.ts";

export const runbook: CommandRun = (input, terminal) => {
  const format = formatOption(input, ["text", "json"]);
  const policy = projectPolicy(textOption(input, "policy"), terminal);
  if (policy === undefined) return EXIT.unusable;
  const given = {
    name: input.operands[0] ?? "",
    set: listOption(input, "set"),
    facts: listOption(input, "fact"),
  };
  const steps = runbookSteps(policy, given, terminal.cwd);
  if (format === "json") terminal.out(`${JSON.stringify(runbookAsData(steps), null, 2)}\n`);
  else terminal.out(printRunbook(steps, style(terminal.color.out)));
  return EXIT.ok;
};

/** The steps of a runbook, filled with `placeholder=value` pairs and checked with `name=value` facts. */
export function runbookSteps(
  policy: Policy,
  given: { readonly name: string; readonly set: readonly string[]; readonly facts: readonly string[] },
  cwd: string,
): Steps {
  const own = runbookNamed(policy, given.name);
  const values = readValues(given.set, own);
  const facts = readFacts(given.facts, policy);
  const checker = new Checker(policy, { sha256, regex, today: today(), root: projectRoot(cwd) });
  const fileExists = (path: string): boolean => existsSync(resolve(cwd, path));
  const context = { facts, fileExists, files: runFiles(cwd) };
  const steps = stepsWithVerdicts(own, values, {
    check: (command) => checker.check({ kind: "command", command, cwd }, context),
    carriers: policy.tools.flatMap(carriersOf),
  });
  if ("problem" in steps) {
    const { placeholder, problem, command } = steps;
    const place = `${command.source.file}:${command.source.line}`;
    throw new UsageError(`unexpected value for ${placeholder} in the command at ${place}: ${problem}`);
  }
  return steps;
}

/** A runbook by its name, or by the name of an alert that no other runbook has. */
function runbookNamed({ runbooks }: Policy, name: string): Runbook {
  const own = runbooks.find((r) => r.name === name);
  if (own !== undefined) return own;
  const [first, ...more] = runbooks.filter((r) => r.alerts.some((a) => a.name === name));
  if (first !== undefined && more.length === 0) return first;
  if (first !== undefined)
    throw new UsageError(
      `several runbooks have the alert ${name}: ${[first, ...more].map((r) => r.name).join(", ")}`,
    );
  const near = hint(
    name,
    runbooks.map((r) => r.name),
  );
  throw new UsageError(
    `there is no runbook ${name}${near || ". `bylaw find` finds one by an alert or words"}`,
  );
}

function readValues(pairs: readonly string[], runbook: Runbook): ReadonlyMap<string, string> {
  const known = placeholdersOf(runbook);
  const values = new Map<string, string>();
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    const name = pair.slice(0, equals).replace(/^<(.*)>$/, "$1");
    if (equals < 1) throw new UsageError(`unexpected ${pair}, expected placeholder=value`);
    if (!known.includes(name)) {
      const near = hint(name, known);
      throw new UsageError(
        `runbook ${runbook.name} has no placeholder ${name}${near || `, expected ${known.join(", ") || "none"}`}`,
      );
    }
    if (values.has(name)) throw new UsageError(`unexpected second value for ${name}`);
    values.set(name, pair.slice(equals + 1));
  }
  return values;
}
