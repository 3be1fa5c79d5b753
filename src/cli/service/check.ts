// Checks of a service: the verdict that `bylaw check` gives, on a command, a tool's call or a report.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { checkKnown, type Enforcer } from "../../enforce/enforcer.ts";
import type { Action, Verdict } from "../../policy/types.ts";
import type { Requests } from "../../server/service/requests.ts";
import type { Answer } from "../../server/service/service.ts";
import { doneBefore } from "../after.ts";
import { UsageError } from "../command.ts";
import { runFiles } from "../io/run-files.ts";
import { printReportVerdict } from "../print/report.ts";
import { style } from "../print/style.ts";
import { printVerdict } from "../print/verdict.ts";
import { reportNamed } from "../report-check.ts";
import { folderOf, knownOf } from "./given.ts";

/** The verdict on a command or a tool's call. */
export function checkAction(request: Requests["check"], enforcer: Enforcer, root: string): Answer {
  const { policy } = enforcer;
  const cwd = folderOf(request.cwd, root);
  const action = actionOf(request, cwd);
  const files = runFiles(cwd);
  const before = past(request.after, enforcer, { cwd, shell: request.shell ?? "bash" }, files);
  const fileExists = (path: string): boolean => existsSync(resolve(cwd, path));
  const verdict = verdictOn(enforcer, action, request.run, {
    ...knownOf(request, policy),
    fileExists,
    files,
    before,
  });
  return { data: verdict, text: printVerdict(verdict, request.command ?? "", style(false)) };
}

/** The verdict on a report's text. */
export function checkReportText(request: Requests["check_report"], enforcer: Enforcer, root: string): Answer {
  const { policy } = enforcer;
  const { text } = request;
  const report = reportNamed(policy, request.report).name;
  const before = past(request.after, enforcer, { cwd: root }, undefined);
  const known = { ...knownOf({ ...request, tool: undefined }, policy), before };
  const verdict = verdictOn(enforcer, { kind: "report", report, text }, request.run, known);
  return { data: verdict, text: printReportVerdict(verdict, text, "report", style(false)) };
}

function verdictOn(
  enforcer: Enforcer,
  action: Action,
  run: string | undefined,
  known: Parameters<typeof checkKnown>[3],
): Verdict {
  return run === undefined ? enforcer.checker.check(action, known) : checkKnown(enforcer, action, run, known);
}

function actionOf({ command, tool, input, shell }: Requests["check"], cwd: string): Action {
  if ((command === undefined) === (tool === undefined))
    throw new UsageError("expected command or tool, one of both");
  if (tool !== undefined) return { kind: "tool", tool, input: input ?? {} };
  if (input !== undefined) throw new UsageError("expected tool beside input");
  return { kind: "command", command: command ?? "", shell: shell ?? "bash", cwd };
}

function past(
  after: readonly string[] | undefined,
  { checker }: Enforcer,
  place: Parameters<typeof doneBefore>[2],
  files: ((path: string) => string | undefined) | undefined,
): ReturnType<typeof doneBefore> {
  const input = { operands: [], options: { after: after ?? [] }, behindDashes: undefined, commands: [] };
  return doneBefore(input, checker, place, files === undefined ? {} : { files });
}
