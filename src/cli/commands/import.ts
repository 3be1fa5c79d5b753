// bylaw import: proposes sources for instruction files that there are; nothing that is there is changed.
import { join } from "node:path";
import { type CommandRun, formatOption, textOption, UsageError } from "../command.ts";
import { propose } from "../import/propose.ts";
import { findProject } from "../io/project.ts";
import { writeWhole } from "../io/write.ts";
import { printDiagnostics } from "../print/diagnostics.ts";
import { printProposals, proposalsAsJson } from "../print/import.ts";
import { style } from "../print/style.ts";
import { unifiedDiff } from "../print/unified-diff.ts";
import { EXIT } from "../terminal.ts";

export const importFiles: CommandRun = (input, terminal) => {
  const format = formatOption(input, ["text", "json"]);
  if (input.operands.length === 0) throw new UsageError("expected files, such as AGENTS.md");
  const project = findProject(terminal.cwd);
  if ("problem" in project) {
    terminal.err(printDiagnostics([project.problem], () => undefined, style(terminal.color.err)));
    return EXIT.unusable;
  }
  const proposals = propose(project, input.operands, textOption(input, "out"), terminal.cwd);
  const dry = input.options["dryRun"] === true;
  const files = proposals
    .filter((p) => p.content.trim() !== "")
    .map(({ file, content }) => ({ path: join(project.root, file), shown: file, content }));
  const failure = dry ? undefined : writeWhole(files);
  if (failure !== undefined) {
    terminal.err(printDiagnostics([failure], () => undefined, style(terminal.color.err)));
    return EXIT.failed;
  }
  if (format === "json") terminal.out(proposalsAsJson(proposals, !dry));
  else {
    terminal.out(printProposals(proposals, style(terminal.color.out)));
    const done = dry
      ? files.map((f) => unifiedDiff(f.shown, undefined, f.content)).join("")
      : files.map((f) => `wrote ${f.shown}\n`).join("");
    terminal.out(files.length === 0 ? "nothing to write\n" : `\n${done}`);
  }
  return EXIT.ok;
};
