// bylaw learn: adds a dated entry to a learnings file; lists, accepts and drops what agents have proposed.
import { join, relative, resolve, sep } from "node:path";
import type { Learning } from "../../authoring/learn/learning.ts";
import type { CommandInput, CommandRun } from "../command.ts";
import { formatOption, listOption, textOption, UsageError } from "../command.ts";
import { findProject, type Project } from "../io/project.ts";
import { dropProposal, proposalNamed, proposalNames } from "../io/proposals.ts";
import { writeWhole } from "../io/write.ts";
import { type Learned, tryEntry, tryLearning } from "../learn.ts";
import { lastRun, taughtBy } from "../learn-from.ts";
import { printDiagnostics } from "../print/diagnostics.ts";
import { printable, style } from "../print/style.ts";
import { printTaught, taughtAsJson } from "../print/taught.ts";
import { ledgerOf, needPerson } from "../runs.ts";
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
  if (textOption(input, "from") !== undefined || input.options["last"] === true)
    return fromRun(project, input, terminal);
  if (textOption(input, "format") !== undefined)
    throw new UsageError("--format is for the proposals of --from and --last");
  if (first === undefined || first === "list") return list(project, terminal);
  if (first === "accept" || first === "drop") {
    if (name === undefined) throw new UsageError(`expected the name of a proposal behind ${first}`);
    return first === "accept" ? accept(project, name, terminal) : drop(project, name, terminal);
  }
  if (name !== undefined) throw new UsageError(`unexpected ${name}, expected one learnings file`);
  const learned = tryLearning(project, learningOf(input), fileOf(project, first, terminal));
  return write(project, learned, terminal);
};

function fileOf({ root }: Project, named: string, { cwd }: Terminal): string {
  return relative(root, resolve(cwd, named)).split(sep).join("/");
}

/** Shows what a run teaches; with a file, or --accept, the chosen one is added. */
function fromRun(project: Project, input: CommandInput, terminal: Terminal): number {
  const [file, ...more] = input.operands;
  if (more.length > 0) throw new UsageError(`unexpected ${more[0]}, expected one learnings file`);
  const ledger = ledgerOf(terminal.cwd);
  const run = textOption(input, "from") ?? lastRun(ledger);
  const date = textOption(input, "date") ?? today();
  const taught = taughtBy(project, ledger, run, numberOption(input, "at"), date);
  const pick = numberOption(input, "pick") ?? 1;
  const isShown = file === undefined && input.options["accept"] !== true;
  const format = formatOption(input, ["text", "json"]);
  if (!isShown && textOption(input, "format") !== undefined)
    throw new UsageError("--format is for proposals: leave it out where one is added");
  if (isShown) {
    terminal.out(format === "json" ? taughtAsJson(taught) : printTaught(taught, style(terminal.color.out)));
    return taught.candidates.length === 0 ? EXIT.failed : EXIT.ok;
  }
  const chosen = taught.candidates[pick - 1];
  if (chosen === undefined)
    throw new UsageError(`there is no candidate ${pick} in run ${run}, but ${taught.candidates.length}`);
  const what = taught.incidents[taught.about - 1]?.what ?? "failed";
  const learning: Learning = {
    date,
    title: textOption(input, "title") ?? TITLES[what],
    sentence: textOption(input, "sentence") ?? chosen.sentence,
    prose: textOption(input, "prose"),
    because: textOption(input, "because") ?? chosen.because,
    id: textOption(input, "id"),
    blocks: [...chosen.blocks, ...listOption(input, "blocks")],
    asks: listOption(input, "asks"),
    passes: [...chosen.passes, ...listOption(input, "passes")],
    supersedes: listOption(input, "supersedes"),
  };
  const target = file === undefined ? undefined : fileOf(project, file, terminal);
  return write(project, tryLearning(project, learning, target), terminal);
}

const TITLES = {
  failed: "A command failed",
  denied: "A command was denied",
  asked: "A command was asked about",
} as const;

function numberOption(input: CommandInput, name: string): number | undefined {
  const text = textOption(input, name);
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new UsageError(`unexpected --${name} ${text}, expected a number from 1`);
  return Number(text);
}

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
