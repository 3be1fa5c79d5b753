// bylaw build: sources in, policy, instructions and pages out; nothing is written when anything is wrong.
import { join, resolve } from "node:path";
import type { Plan, Spill } from "../../compiler/4-emit/agents/agent-file.ts";
import { type FileCoverage, totalOf } from "../../compiler/coverage.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import type { Policy } from "../../policy/types.ts";
import { agentPlan, agentsInPlace, outputFiles } from "../agents/agents.ts";
import { loadTemplates } from "../agents/templates.ts";
import { type CommandRun, formatOption, textOption } from "../command.ts";
import { compileProject, hasErrors } from "../compile-project.ts";
import { removeEmptyFolders } from "../io/empty-folders.ts";
import { type Leftover, leftovers, overwritten } from "../io/leftovers.ts";
import { readIfThere, type WholeFile, writeWhole } from "../io/write.ts";
import { oldAgentFiles, outputsOf } from "../outputs.ts";
import { packageVersion } from "../package.ts";
import { pagesOf } from "../pages.ts";
import { printSpilled } from "../print/context.ts";
import { printCoverage } from "../print/coverage.ts";
import { printDiagnostics, type TextOf } from "../print/diagnostics.ts";
import { githubOfDiagnostics } from "../print/github.ts";
import { sarifOfDiagnostics } from "../print/sarif.ts";
import { style } from "../print/style.ts";
import { unifiedDiff } from "../print/unified-diff.ts";
import { EXIT, type Terminal } from "../terminal.ts";
import { mostUnenforced } from "./census.ts";

const FORMATS = ["text", "json", "sarif", "github"] as const;
type Format = (typeof FORMATS)[number];

export const build: CommandRun = async (input, terminal) => {
  const format = formatOption(input, FORMATS);
  const folder = resolve(terminal.cwd, input.operands[0] ?? ".");
  const result = compileProject(folder);
  const report = reporter(format, terminal);
  if ("problem" in result) return report([result.problem], () => undefined);
  const { project, compiled, diagnostics, textOf } = result;
  if (hasErrors(diagnostics)) return report(diagnostics, textOf);
  const out = resolve(
    terminal.cwd,
    textOption(input, "out") ?? join(project.root, project.config.out ?? "dist"),
  );
  const { policy, coverage } = compiled;
  const write = input.options["write"] === true || project.config.write === true;
  const { templates, problems } = loadTemplates(project);
  if (problems.length > 0) return report([...diagnostics, ...problems], textOf);
  const plan = agentPlan(policy, project, templates, write);
  if (hasErrors(plan.problems)) return report([...diagnostics, ...plan.problems], textIn(textOf, plan));
  const pages = await pagesOf(policy, project.config, templates);
  const outputs = outputsOf(policy, outputFiles(plan), pages.files, out, terminal.cwd);
  const placed = write ? agentsInPlace(plan, project.root) : { files: [], gone: [], problems: [] };
  const files = [...outputs, ...placed.files];
  const gone = [
    ...leftovers(out, outputs, pages.canDraw, terminal.cwd),
    ...oldAgentFiles(out, outputs, terminal.cwd),
    ...placed.gone,
  ];
  const more: Diagnostic[] = [
    ...diagnostics,
    ...plan.problems,
    ...pages.problems,
    ...overwritten(files, project.root, policy.sources),
    ...placed.problems,
  ];
  if (hasErrors(more)) return report(more, textOf);
  if (input.options["check"] === true) return staleness(files, gone, terminal);
  const most = mostUnenforced(textOption(input, "maxUnenforced"));
  const unenforced = totalOf(coverage).looksLikeRules;
  if (most !== undefined && unenforced > most) {
    report(more, textOf);
    terminal.err(`${unenforced} sentences look like rules and are not enforced; at most ${most} may\n`);
    return EXIT.failed;
  }
  const failure = writeWhole(files, gone);
  if (failure !== undefined) return report([failure], textOf);
  removeEmptyFolders(gone, project.root);
  const status = report(more, textOf, { policy, coverage, spilled: plan.spilled });
  if (format === "text") terminal.out(summary(coverage, files, gone) + printSpilled(plan.spilled));
  return status;
};

/** Lines of sources, and of what is written for agents. */
function textIn(textOf: TextOf, plan: Plan): TextOf {
  const outputs = new Map(outputFiles(plan).map((f) => [f.path, f.content]));
  return (file) => textOf(file) ?? outputs.get(file);
}

interface Built {
  readonly policy: Policy;
  readonly coverage: readonly FileCoverage[];
  readonly spilled: readonly Spill[];
}

function reporter(format: Format, terminal: Terminal) {
  return (diagnostics: readonly Diagnostic[], textOf: TextOf, built?: Built): number => {
    if (format === "json") {
      const body = {
        schemaVersion: 1,
        revision: built?.policy.revision,
        coverage: built?.coverage,
        spilled: built?.spilled,
        diagnostics,
      };
      terminal.out(`${JSON.stringify(body, null, 2)}\n`);
    } else if (format === "sarif") terminal.out(sarifOfDiagnostics(diagnostics, packageVersion()));
    else if (format === "github") terminal.out(githubOfDiagnostics(diagnostics));
    else if (diagnostics.length > 0)
      terminal.err(printDiagnostics(diagnostics, textOf, style(terminal.color.err)));
    return hasErrors(diagnostics) ? EXIT.failed : EXIT.ok;
  };
}

function summary(
  coverage: readonly FileCoverage[],
  files: readonly WholeFile[],
  gone: readonly Leftover[],
): string {
  const written = files.map((f) => `wrote ${f.shown}\n`);
  const removed = gone.map((f) => `removed ${f.shown}\n`);
  return [printCoverage(coverage), ...written, ...removed].join("");
}

function staleness(files: readonly WholeFile[], gone: readonly Leftover[], terminal: Terminal): number {
  const stale = files.filter((file) => readIfThere(file.path) !== file.content);
  for (const { shown, path, content } of stale) {
    const before = readIfThere(path);
    terminal.out(`stale: ${shown}${before === undefined ? " (missing)" : ""}\n`);
    if (before !== undefined) terminal.out(unifiedDiff(shown, before, content));
  }
  for (const { shown } of gone) terminal.out(`stale: ${shown} (nothing gives it any more)\n`);
  return stale.length + gone.length === 0 ? EXIT.ok : EXIT.failed;
}
