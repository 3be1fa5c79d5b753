// Runbooks as text and as data: what was found and why, and the steps of one.
import { SECTION_NAMES } from "../../policy/runbooks.ts";
import type { Look, Source } from "../../policy/types.ts";
import type { FoundRunbook, Reason } from "../../runbooks/find.ts";
import type { Section, Step, StepCommand, StepFinding, Steps } from "../../runbooks/steps.ts";
import { colored, printable, type Style } from "./style.ts";

const REASONS: Readonly<Record<Reason["what"], string>> = {
  name: "its name",
  alert: "alert",
  error: "error",
  symptom: "symptom",
  title: "title",
  text: "text",
};

const LOOKS: Readonly<Record<Look["kind"], string>> = {
  look: "look for",
  problem: "problem if",
  expected: "expected",
};

/** Longest reason that is printed. */
const MOST_REASON = 120;

/** Each runbook with the texts of it that fit, those first that fit to the letter. */
export function printFound(found: readonly FoundRunbook[], more: number, style: Style): string {
  const lines = found.flatMap(({ name, title, why, source }) => [
    `${style.bold(printable(name))}: ${printable(title)} (${place(source)})`,
    ...why.map(
      (r) =>
        `  ${r.exact ? "exact " : ""}${REASONS[r.what]}: ${printable(short(r.text))} (${place(r.source)})`,
    ),
  ]);
  if (more > 0) lines.push(`and ${more} more`);
  return `${lines.join("\n")}\n`;
}

/** The steps as they are followed: section by section, each command with its verdict where it isn't simply allowed. */
export function printRunbook(steps: Steps, style: Style): string {
  const lines = [style.bold(printable(steps.title)), `${printable(steps.name)}, ${place(steps.source)}`];
  if (steps.owner !== undefined) lines.push(`owner: ${printable(steps.owner)}`);
  for (const { name, value } of steps.labels) lines.push(`${printable(name)}: ${printable(value)}`);
  for (const section of steps.sections) lines.push(...sectionLines(section, style));
  const unfilled = [
    ...new Set(steps.sections.flatMap((s) => s.steps.flatMap((t) => t.commands.flatMap((c) => c.unfilled)))),
  ];
  if (unfilled.length > 0)
    lines.push("", `to fill in with --set: ${unfilled.map((u) => `<${printable(u)}>`).join(", ")}`);
  return `${lines.join("\n")}\n`;
}

function sectionLines(section: Section, style: Style): string[] {
  const { kind, title, depth, steps } = section;
  // A heading that only holds its rules or tools has nothing to follow.
  if (steps.length === 0 && (kind === "other" || kind === "summary")) return [];
  const shown = title === "" ? SECTION_NAMES[kind] : title;
  const indent = "  ".repeat(Math.max(0, Math.min(depth, 4) - 2));
  const heading = `${indent}${style.bold(printable(shown))}`;
  return ["", heading, ...steps.flatMap((step) => stepLines(step, indent, style))];
}

function stepLines(step: Step, outer: string, style: Style): string[] {
  const mark = step.mark === "|" ? "-" : step.mark;
  const indent = `${outer}  ${"  ".repeat(step.level)}`;
  const below = `${indent}${" ".repeat(mark === "" ? 0 : mark.length + 1)}`;
  const lines = step.text === "" ? [] : [`${indent}${mark === "" ? "" : `${mark} `}${printable(step.text)}`];
  for (const command of step.commands) lines.push(...commandLines(command, below, style));
  for (const { language, text } of step.code)
    lines.push(
      `${below}${language === "" ? "shown" : printable(language)}:`,
      ...indented(text, `${below}  `),
    );
  for (const { kind, text } of step.looks) lines.push(`${below}${LOOKS[kind]}: ${printable(text)}`);
  return lines;
}

function commandLines(command: StepCommand, indent: string, style: Style): string[] {
  const lines = command.comment === undefined ? [] : [style.dim(`${indent}# ${printable(command.comment)}`)];
  const [first = "", ...more] = printable(command.command).split("\n");
  lines.push(`${indent}$ ${first}`, ...more.map((line) => `${indent}  ${line}`));
  for (const finding of command.findings) lines.push(...findingLines(finding, `${indent}  `, style));
  return lines;
}

function findingLines(finding: StepFinding, indent: string, style: Style): string[] {
  const { decision, rule, code, message, because, certain } = finding;
  const name = rule ?? code ?? "";
  const lines = [
    `${indent}${colored(decision, style)} ${style.bold(name)}${certain ? "" : " (undecided)"}: ${printable(message)}`,
  ];
  if (because !== undefined) lines.push(`${indent}  because: ${printable(because)}`);
  return lines;
}

/** The steps as data. */
export function runbookAsData(steps: Steps): object {
  return { schemaVersion: 1, ...steps };
}

function indented(text: string, indent: string): string[] {
  return printable(text)
    .split("\n")
    .map((line) => `${indent}${line}`);
}

function short(text: string): string {
  return text.length > MOST_REASON ? `${text.slice(0, MOST_REASON).trimEnd()} …` : text;
}

function place({ file, line }: Source): string {
  return `${printable(file)}:${line}`;
}
