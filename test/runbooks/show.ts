// A runbook as lines of text, for reading what the reader made of it.
import type { Runbook, RunbookStep } from "../../src/policy/types.ts";

/** One line for each part, with the places of commands. */
export function show(runbook: Runbook): string {
  const { title, labels, alerts, errors, sections } = runbook;
  const lines = [
    `title: ${title}`,
    ...labels.map((l) => `label: ${l.name} = ${l.value}`),
    ...alerts.map((a) => `alert: ${a.name} (${a.source.line})`),
    ...errors.map((e) => `error: ${e.text} (${e.source.line})`),
  ];
  for (const section of sections) {
    const kinds = [section.kind, ...section.also].join(", ");
    lines.push(
      `[${kinds}] ${section.title}${section.changesNothing === undefined ? "" : " (changes nothing)"}`,
    );
    lines.push(...section.steps.flatMap(stepLines));
  }
  return `${lines.join("\n")}\n`;
}

function stepLines({ level, mark, text, cause, commands, looks, code }: RunbookStep): string[] {
  const indent = "  ".repeat(level + 1);
  return [
    `${indent}${mark} ${text}`.trimEnd(),
    ...(cause === undefined ? [] : [`${indent}  cause: ${cause}`]),
    ...commands.flatMap((c) => [
      ...(c.comment === undefined ? [] : [`${indent}  # ${c.comment}`]),
      `${indent}  ${c.inline ? "`" : "$"} ${c.command.replaceAll("\n", "⏎")} (${c.source.line}:${c.source.column}-${c.source.endLine}:${c.source.endColumn})`,
    ]),
    ...looks.map((l) => `${indent}  ${l.kind}: ${l.text}`),
    ...code.map((c) => `${indent}  ${c.language || "text"}: ${c.text.replaceAll("\n", "⏎").slice(0, 80)}`),
  ];
}
