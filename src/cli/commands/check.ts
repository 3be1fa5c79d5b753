// bylaw check: the verdict on one shell text, on one call of a tool, or on a table of results.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { checkKnown } from "../../enforce/enforcer.ts";
import type { Action, Decision, Policy } from "../../policy/types.ts";
import { doneBefore } from "../after.ts";
import { checkEvidenceFile } from "../check-evidence.ts";
import { type CommandRun, formatOption, listOption, textOption, UsageError } from "../command.ts";
import { readFacts } from "../facts.ts";
import { protectionOf } from "../hook/protection.ts";
import { loadPolicyFile, policyPath } from "../io/policy-file.ts";
import { findProject, projectRoot } from "../io/project.ts";
import { runFiles } from "../io/run-files.ts";
import { packageVersion } from "../package.ts";
import { dayGiven } from "../playbook.ts";
import { printDiagnostics } from "../print/diagnostics.ts";
import { githubOfFindings } from "../print/github.ts";
import { sarifOfVerdict } from "../print/sarif.ts";
import { style } from "../print/style.ts";
import { printVerdict } from "../print/verdict.ts";
import { checkReport, reportAction } from "../report-check.ts";
import { enforcerOf } from "../runs.ts";
import { EXIT, type Terminal } from "../terminal.ts";
import { runOfState, toolAction } from "../tool-action.ts";

const SHELLS = ["bash", "sh", "zsh", "powershell", "unknown"] as const;

const STATUS: Readonly<Record<Decision, number>> = {
  allow: EXIT.ok,
  warn: EXIT.ok,
  deny: EXIT.failed,
  ask: EXIT.ask,
};

export const check: CommandRun = (input, terminal) => {
  const format = formatOption(input, ["text", "json", "sarif", "github"]);
  const shellName = textOption(input, "shell") ?? "bash";
  const shell = SHELLS.find((s) => s === shellName);
  if (shell === undefined)
    throw new UsageError(`unexpected shell ${shellName}, expected ${SHELLS.join(", ")}`);
  const evidence = textOption(input, "evidence");
  if (evidence !== undefined) {
    const policy = projectPolicy(textOption(input, "policy"), terminal);
    return policy === undefined ? EXIT.unusable : checkEvidenceFile(evidence, policy, input, terminal);
  }
  const reported = reportAction(input, terminal);
  if (reported !== undefined) {
    const known = projectPolicy(textOption(input, "policy"), terminal);
    const verdict = known === undefined ? undefined : checkReport(reported, known, input, terminal);
    return verdict === undefined ? EXIT.unusable : STATUS[verdict.decision];
  }
  const call = toolAction(input);
  const command = call === undefined ? commandText(input.operands, input.behindDashes, terminal) : "";
  const policy = projectPolicy(textOption(input, "policy"), terminal);
  if (policy === undefined) return EXIT.unusable;
  const cwd = resolve(terminal.cwd, textOption(input, "cwd") ?? ".");
  const action: Action = call ?? { kind: "command", command, shell, cwd };
  const run = runOfState(input, policy, terminal.cwd);
  const told = readFacts(listOption(input, "fact"), policy);
  const facts = { ...Object.fromEntries(run?.facts ?? []), ...told };
  const fileExists = (path: string): boolean => existsSync(resolve(cwd, path));
  const protection =
    input.options["protect"] === true
      ? { protection: protectionOf(projectRoot(terminal.cwd), undefined) }
      : {};
  const enforcer = enforcerOf(policy, terminal.cwd, { today: dayGiven(input), ...protection });
  const files = runFiles(cwd);
  const before = doneBefore(input, enforcer.checker, { shell, cwd }, { files });
  const known = { facts, fileExists, files, before, ...(run === undefined ? {} : { run }) };
  const id = textOption(input, "run");
  const verdict =
    id === undefined ? enforcer.checker.check(action, known) : checkKnown(enforcer, action, id, known);
  if (format === "json") terminal.out(`${JSON.stringify(verdict, null, 2)}\n`);
  else if (format === "sarif") terminal.out(sarifOfVerdict(verdict, packageVersion()));
  else if (format === "github") terminal.out(githubOfFindings(verdict.findings));
  else terminal.out(printVerdict(verdict, command, style(terminal.color.out)));
  return STATUS[verdict.decision];
};

/** The policy of the project around the current folder; undefined after telling why there is none. */
export function projectPolicy(named: string | undefined, terminal: Terminal): Policy | undefined {
  const project = findProject(terminal.cwd);
  const loaded =
    "problem" in project ? project : loadPolicyFile(policyPath(project, terminal.cwd, named), terminal.cwd);
  if ("policy" in loaded) return loaded.policy;
  terminal.err(printDiagnostics([loaded.problem], () => undefined, style(terminal.color.err)));
  return undefined;
}

function commandText(
  operands: readonly string[],
  behind: readonly string[] | undefined,
  terminal: Terminal,
): string {
  const words = [...operands, ...(behind ?? [])];
  const [command, ...more] = words;
  if (command === undefined) throw new UsageError("expected a command, or - to read one from standard input");
  if (more.length > 0) throw new UsageError("expected one argument: put the command in quotes");
  if (command !== "-" || behind?.length === 1) return command;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(terminal.input());
  } catch {
    throw new UsageError("standard input is not UTF-8 text");
  }
}
