// bylaw context: how large what agents read is; or what one host loads for work on a file.
import { relative, resolve, sep } from "node:path";
import { LOADERS } from "../../hosts/context/loaders.ts";
import { agentPlan } from "../agents/agents.ts";
import { contextReport } from "../agents/context-report.ts";
import { aroundBlock } from "../agents/in-place.ts";
import { projectFiles, repositoryRoot } from "../agents/project-files.ts";
import { loadTemplates } from "../agents/templates.ts";
import { type CommandInput, type CommandRun, formatOption, textOption, UsageError } from "../command.ts";
import { compileProject, hasErrors } from "../compile-project.ts";
import { findProject } from "../io/project.ts";
import { printLoaded, printReport } from "../print/context.ts";
import { printDiagnostics } from "../print/diagnostics.ts";
import { style } from "../print/style.ts";
import { EXIT, type Terminal } from "../terminal.ts";

const FORMATS = ["text", "json"] as const;

export const context: CommandRun = (input, terminal) => {
  const host = textOption(input, "for");
  if (host !== undefined) return replay(host, input, terminal);
  if (textOption(input, "path") !== undefined) throw new UsageError("--path needs --for and a host");
  const format = formatOption(input, FORMATS);
  const result = compileProject(terminal.cwd);
  const refuse = (
    problems: Parameters<typeof printDiagnostics>[0],
    textOf: (file: string) => string | undefined,
  ) => {
    terminal.err(printDiagnostics(problems, textOf, style(terminal.color.err)));
    return EXIT.failed;
  };
  if ("problem" in result) return refuse([result.problem], () => undefined);
  const { project, compiled, diagnostics, textOf } = result;
  if (hasErrors(diagnostics)) return refuse(diagnostics, textOf);
  const { templates, problems } = loadTemplates(project);
  if (problems.length > 0) return refuse(problems, textOf);
  const write = project.config.write === true;
  const plan = agentPlan(compiled.policy, project, templates, write);
  const report = contextReport(compiled.policy, plan, (path) =>
    write ? aroundBlock(project.root, path) : "",
  );
  if (format === "json") terminal.out(`${JSON.stringify({ schemaVersion: 1, ...report }, null, 2)}\n`);
  else terminal.out(printReport(report));
  return hasErrors(plan.problems) ? refuse(plan.problems, textOf) : EXIT.ok;
};

function replay(host: string, input: CommandInput, terminal: Terminal): number {
  const format = formatOption(input, FORMATS);
  const known = host === "copilot" ? "vscode" : host;
  const loader = LOADERS.find(([name]) => name === known)?.[1];
  if (loader === undefined)
    throw new UsageError(`unknown host ${host}, expected ${LOADERS.map(([name]) => name).join(" or ")}`);
  const project = findProject(terminal.cwd);
  if ("problem" in project) throw new UsageError(project.problem.message);
  const root = repositoryRoot(project.root);
  const given = textOption(input, "path");
  const path = given === undefined ? "" : relative(root, resolve(terminal.cwd, given)).split(sep).join("/");
  if (path === ".." || path.startsWith("../") || /^(?:[A-Za-z]:|\/)/.test(path))
    throw new UsageError(`${given} lies outside the project`);
  const loaded = loader(projectFiles(root), path);
  if (format === "json")
    terminal.out(`${JSON.stringify({ schemaVersion: 1, host: known, path, ...loaded }, null, 2)}\n`);
  else terminal.out(printLoaded(loaded));
  return EXIT.ok;
}
