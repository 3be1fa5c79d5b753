// bylaw learn: adds a dated entry to a learnings file; lists, accepts and drops what agents have proposed.
import { join, relative, resolve, sep } from "node:path";
import type { Learning } from "../../authoring/learn/learning.ts";
import type { CommandInput, CommandRun } from "../command.ts";
import { listOption, textOption, UsageError } from "../command.ts";
import { findProject, type Project } from "../io/project.ts";
import { dropProposal, proposalNamed, proposalNames } from "../io/proposals.ts";
import { writeWhole } from "../io/write.ts";
import { type Learned, tryEntry, tryLearning } from "../learn.ts";
import { printDiagnostics } from "../print/diagnostics.ts";
import { printable, style } from "../print/style.ts";
import { needPerson } from "../runs.ts";
import { EXIT, type Terminal } from "../terminal.ts";
import { today } from "../today.ts";

export const learn: CommandRun = (input, terminal) => {
  const project = findProject(terminal.cwd);
  if ("problem" in project) {
    terminal.err(printDiagnostics([project.problem], () => undefined, style(terminal.color.err)));
    return EXIT.unusable;
  }
  const [first, name, ...more] = input.operands;
  if (more.length > 0) throw new UsageError(`unexpected ${more[0]}`);
  if (first === undefined || first === "list") return list(project, terminal);
  if (first === "accept" || first === "drop") {
    if (name === undefined) throw new UsageError(`expected the name of a proposal behind ${first}`);
    return first === "accept" ? accept(project, name, terminal) : drop(project, name, terminal);
  }
  if (name !== undefined) throw new UsageError(`unexpected ${name}, expected one learnings file`);
  const file = relative(project.root, resolve(terminal.cwd, first)).split(sep).join("/");
  const learned = tryLearning(project, learningOf(input), file);
  return write(project, learned, terminal);
};

function learningOf(input: CommandInput): Learning {
  const title = textOption(input, "title");
  const sentence = textOption(input, "sentence");
  if (title === undefined || sentence === undefined) throw new UsageError("expected --title and --sentence");
  return {
    date: textOption(input, "date") ?? today(),
    title,
    sentence,
    prose: textOption(input, "prose"),
    because: textOption(input, "because"),
    id: textOption(input, "id"),
    blocks: listOption(input, "blocks"),
    asks: listOption(input, "asks"),
    passes: listOption(input, "passes"),
    supersedes: listOption(input, "supersedes"),
  };
}

function list({ root }: Project, terminal: Terminal): number {
  const names = proposalNames(root);
  if (names.length === 0) terminal.out("no proposal waits\n");
  for (const name of names) {
    try {
      const { file, entry } = proposalNamed(root, name);
      terminal.out(`${style(terminal.color.out).bold(name)}, for ${file}\n${printable(entry)}\n`);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      terminal.out(`${name}: ${printable(error.message)}\n`);
    }
  }
  return EXIT.ok;
}

function accept(project: Project, name: string, terminal: Terminal): number {
  needPerson(terminal, "bylaw learn accept");
  const { file, entry } = proposalNamed(project.root, name);
  const status = write(project, tryEntry(project, entry, file), terminal);
  if (status === EXIT.ok) dropProposal(project.root, name);
  return status;
}

function drop({ root }: Project, name: string, terminal: Terminal): number {
  needPerson(terminal, "bylaw learn drop");
  if (!proposalNames(root).includes(name))
    throw new UsageError(`no proposal ${name} waits; bylaw learn list shows those that do`);
  dropProposal(root, name);
  terminal.out(`dropped ${name}\n`);
  return EXIT.ok;
}

function write({ root }: Project, { file, entry, content, id }: Learned, terminal: Terminal): number {
  const failure = writeWhole([{ path: join(root, file), shown: file, content }]);
  if (failure !== undefined) {
    terminal.err(printDiagnostics([failure], () => undefined, style(terminal.color.err)));
    return EXIT.failed;
  }
  terminal.out(`${printable(entry)}\nadded to ${file} as rule ${printable(id)}; bylaw build takes it up\n`);
  return EXIT.ok;
}
