// bylaw fmt: the sources' rules in their canonical words.
import { join, resolve } from "node:path";
import { formatDocument } from "../../authoring/fmt.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import type { CommandRun } from "../command.ts";
import { findProject } from "../io/project.ts";
import { readSources } from "../io/sources.ts";
import { readIfThere, type WholeFile, writeWhole } from "../io/write.ts";
import { printDiagnostics } from "../print/diagnostics.ts";
import { style } from "../print/style.ts";
import { EXIT } from "../terminal.ts";

export const fmt: CommandRun = (input, terminal) => {
  const project = findProject(resolve(terminal.cwd, input.operands[0] ?? "."));
  const paint = style(terminal.color.err);
  if ("problem" in project) {
    terminal.err(printDiagnostics([project.problem], () => undefined, paint));
    return EXIT.failed;
  }
  const { files, problems } = readSources(project);
  const wrong: Diagnostic[] = [...problems];
  const changed: WholeFile[] = [];
  for (const { file, text } of files) {
    const formatted = formatDocument(file, text);
    wrong.push(...formatted.problems);
    if (formatted.text === text) continue;
    const path = join(project.root, file);
    changed.push({ path, shown: file, content: likeBefore(formatted.text, readIfThere(path) ?? "") });
  }
  const texts = new Map(files.map((f) => [f.file, f.text]));
  if (wrong.length > 0) {
    terminal.err(printDiagnostics(wrong, (file) => texts.get(file), paint));
    return EXIT.failed;
  }
  if (input.options["check"] === true) {
    for (const { shown } of changed) terminal.out(`not formatted: ${shown}\n`);
    return changed.length === 0 ? EXIT.ok : EXIT.failed;
  }
  const failure = writeWhole(changed);
  if (failure !== undefined) {
    terminal.err(printDiagnostics([failure], () => undefined, paint));
    return EXIT.failed;
  }
  for (const { shown } of changed) terminal.out(`formatted ${shown}\n`);
  return EXIT.ok;
};

/** With the byte order mark and the line ends that the file has. */
function likeBefore(text: string, before: string): string {
  const lines = before.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text;
  return before.startsWith("\ufeff") ? `\ufeff${lines}` : lines;
}
