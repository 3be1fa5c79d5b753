// bylaw new: a rule, a definition or a document to begin with, at the end of a source or in a new one.
import { join, relative, resolve, sep } from "node:path";
import { SCAFFOLDS } from "../../authoring/scaffold/scaffold.ts";
import { type CommandRun, textOption, UsageError } from "../command.ts";
import { findProject } from "../io/project.ts";
import { writeWhole } from "../io/write.ts";
import { printDiagnostics } from "../print/diagnostics.ts";
import { style } from "../print/style.ts";
import { tryScaffold } from "../scaffold.ts";
import { EXIT } from "../terminal.ts";
import { today } from "../today.ts";

export const scaffold: CommandRun = (input, terminal) => {
  const [what, given, ...more] = input.operands;
  const kind = SCAFFOLDS.find((k) => k === what);
  if (kind === undefined)
    throw new UsageError(`unexpected ${what ?? "end"}, expected ${SCAFFOLDS.join(", ")}`);
  if (more.length > 0) throw new UsageError(`unexpected ${more[0]}`);
  const name = given ?? `first-${kind}`;
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(name))
    throw new UsageError(`unexpected name ${name}, expected lower-case words joined by dashes`);
  const project = findProject(terminal.cwd);
  const paint = style(terminal.color.err);
  if ("problem" in project) {
    terminal.err(printDiagnostics([project.problem], () => undefined, paint));
    return EXIT.unusable;
  }
  const named = textOption(input, "file");
  const file = named && relative(project.root, resolve(terminal.cwd, named)).split(sep).join("/");
  const made = tryScaffold(project, kind, name, file, textOption(input, "date") ?? today());
  const failure = writeWhole([
    { path: join(project.root, made.file), shown: made.file, content: made.content },
  ]);
  if (failure !== undefined) {
    terminal.err(printDiagnostics([failure], () => undefined, paint));
    return EXIT.failed;
  }
  if (made.warnings.length > 0) terminal.err(printDiagnostics(made.warnings, made.textOf, paint));
  const blanks = made.blanks.map(({ line, text }) => `  ${made.file}:${line} ${text}\n`);
  terminal.out(
    `${made.isNew ? "wrote" : "added to"} ${made.file}\nto be put in your words, the first one first:\n${blanks.join("")}`,
  );
  return EXIT.ok;
};
