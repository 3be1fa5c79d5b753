// bylaw site: the sources as pages for people, with search and a live checker.
import { join, resolve } from "node:path";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import type { SiteFile } from "../../site/page.ts";
import { type CommandInput, type CommandRun, textOption, UsageError } from "../command.ts";
import { type CompiledProject, compileProject, hasErrors } from "../compile-project.ts";
import { shownPath } from "../io/paths.ts";
import { writeSite } from "../io/write-site.ts";
import { printDiagnostics } from "../print/diagnostics.ts";
import { style } from "../print/style.ts";
import { EXIT, type Terminal } from "../terminal.ts";

export const site: CommandRun = async (input, terminal) => {
  const folder = resolve(terminal.cwd, input.operands[0] ?? ".");
  const port = portGiven(textOption(input, "port"));
  const made = await madeOf(folder, input, terminal);
  if (made === undefined) return EXIT.failed;
  const { files, project } = made;
  if (input.options["serve"] === true) {
    const { serveSite } = await import("../site/serve.ts");
    return serveSite({
      project: project.project,
      files,
      port,
      terminal,
      make: async () => (await madeOf(folder, input, terminal))?.files,
    });
  }
  const { root, config } = project.project;
  const out = resolve(terminal.cwd, textOption(input, "out") ?? join(root, config.out ?? "dist", "site"));
  const failure = writeSite(files, out, terminal.cwd);
  if (failure !== undefined) return told([failure], terminal);
  terminal.out(`wrote ${shownPath(out, terminal.cwd)}\n`);
  return EXIT.ok;
};

/** The files of the site; undefined after telling what is wrong with the sources. */
async function madeOf(
  folder: string,
  { commands }: CommandInput,
  terminal: Terminal,
): Promise<{ readonly files: readonly SiteFile[]; readonly project: CompiledProject } | undefined> {
  const result = compileProject(folder);
  if ("problem" in result) {
    told([result.problem], terminal);
    return undefined;
  }
  if (result.diagnostics.length > 0)
    terminal.err(printDiagnostics(result.diagnostics, result.textOf, style(terminal.color.err)));
  if (hasErrors(result.diagnostics)) return undefined;
  const { makeSite } = await withPackages(() => import("../site/make.ts"));
  return {
    files: await makeSite(result, commands, { told: (problem) => told([problem], terminal) }),
    project: result,
  };
}

/** Tells problems that have no line to show. */
function told(problems: readonly Diagnostic[], terminal: Terminal): number {
  terminal.err(printDiagnostics(problems, () => undefined, style(terminal.color.err)));
  return EXIT.failed;
}

/** The packages of the site are optional: without one of them there is a sentence that names it. */
async function withPackages<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND")) throw error;
    const name = /package '([^']+)'/.exec(error.message)?.[1] ?? "one of its packages";
    throw new UsageError(
      `the site needs \`${name}\`, which isn't installed; run \`npm install --include=optional\` to have all that it needs`,
    );
  }
}

function portGiven(text: string | undefined): number {
  if (text === undefined) return 4173;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new UsageError(`unexpected port ${text}, expected 0 to 65535`);
  return port;
}
