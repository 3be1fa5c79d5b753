// bylaw build: sources in, policy, instructions and pages out; nothing is written when anything is wrong.
import { join, resolve } from "node:path";
import { type FileCoverage, totalOf } from "../../compiler/coverage.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import type { Policy } from "../../policy/types.ts";
import { type CommandRun, formatOption, textOption } from "../command.ts";
import { compileProject, hasErrors } from "../compile-project.ts";
import { type Leftover, leftovers, overwritten } from "../io/leftovers.ts";
import { readIfThere, type WholeFile, writeWhole } from "../io/write.ts";
import { agentsInPlace, outputsOf } from "../outputs.ts";
import { packageVersion } from "../package.ts";
import { pagesOf } from "../pages.ts";
import { printCoverage } from "../print/coverage.ts";
import { printDiagnostics, type TextOf } from "../print/diagnostics.ts";
import { githubOfDiagnostics } from "../print/github.ts";
import { sarifOfDiagnostics } from "../print/sarif.ts";
import { style } from "../print/style.ts";
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
  const pages = await pagesOf(compiled.policy, project.config);
  const files = outputsOf(compiled.policy, pages.files, out, terminal.cwd);
  const gone = leftovers(out, files, pages.canDraw, terminal.cwd);
  const more: Diagnostic[] = [
    ...diagnostics,
    ...pages.problems,
    ...overwritten(files, project.root, compiled.policy.sources),
  ];
  if (input.options["write"] === true || project.config.write === true) {
    const placed = agentsInPlace(compiled.policy, project.root, terminal.cwd);
    if ("problem" in placed) more.push(placed.problem);
    else files.push(placed.file);
  }
  if (hasErrors(more)) return report(more, textOf);
  if (input.options["check"] === true) return staleness(files, gone, terminal);
  const most = mostUnenforced(textOption(input, "maxUnenforced"));
  const unenforced = totalOf(compiled.coverage).looksLikeRules;
  if (most !== undefined && unenforced > most) {
    report(more, textOf);
    terminal.err(`${unenforced} sentences look like rules and are not enforced; at most ${most} may\n`);
    return EXIT.failed;
  }
  const failure = writeWhole(files, gone);
  if (failure !== undefined) return report([failure], textOf);
  const status = report(more, textOf, { policy: compiled.policy, coverage: compiled.coverage });
  if (format === "text") terminal.out(summary(compiled.coverage, files, gone));
  return status;
};

interface Built {
  readonly policy: Policy;
  readonly coverage: readonly FileCoverage[];
}

function reporter(format: Format, terminal: Terminal) {
  return (diagnostics: readonly Diagnostic[], textOf: TextOf, built?: Built): number => {
    if (format === "json") {
      const body = {
        schemaVersion: 1,
        revision: built?.policy.revision,
        coverage: built?.coverage,
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
  for (const file of stale) {
    terminal.out(`stale: ${file.shown}${firstDifference(readIfThere(file.path), file.content)}\n`);
  }
  for (const { shown } of gone) terminal.out(`stale: ${shown} (nothing gives it any more)\n`);
  return stale.length + gone.length === 0 ? EXIT.ok : EXIT.failed;
}

/** The first line that differs, as a small diff. */
function firstDifference(before: string | undefined, after: string): string {
  if (before === undefined) return " (missing)";
  const old = before.split("\n");
  const now = after.split("\n");
  const at = now.findIndex((line, i) => line !== old[i]);
  const line = at < 0 ? now.length : at;
  return `\n@@ line ${line + 1} @@\n-${old[line] ?? ""}\n+${now[line] ?? ""}`;
}
