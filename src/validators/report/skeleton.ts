// The skeleton of a report: its headings, and below each the lines that may or must stand there, with their holes open.
import type { ReportRule } from "../../policy/rules.ts";
import type { Shape } from "../../policy/types.ts";
import { ARGUMENTS, fits, type PreparedReport, type PreparedSection } from "./prepared.ts";

/** The skeleton's text. What holds under a condition is in it too; the rules say when it has to be. */
export function skeletonOf(prepared: PreparedReport): string {
  const { title, prepared: sections } = prepared;
  const head = title === undefined ? [] : [title.section.name, ""];
  const blocks = sections.map((own) => [`${own.section.name}:`, ...linesOf(own, prepared)].join("\n"));
  return `${[...head, blocks.join("\n\n")].join("\n")}\n`;
}

function linesOf(own: PreparedSection, prepared: PreparedReport): readonly string[] {
  const rules = prepared.rules.filter((r) => "section" in r && r.section === own.section.name);
  const lists = rules.flatMap((r) => (r.kind === "always-write-list" ? [r.list] : []));
  const [list, ...others] = lists.map((name) => prepared.list(name));
  if (list !== undefined && others.length === 0) return list.members.map((m) => m.value);
  const needed = [...rules.flatMap(textsOf).map((text) => lineFor(text, own)), ...rules.flatMap(commandsOf)];
  // What has to be there takes the place of the shape that it has.
  const shaped = own.shapes.flatMap(({ shape, matcher }) => {
    const taking = needed.filter((line) => matcher.whole(line) !== undefined);
    return taking.length > 0 ? taking : [shape.text];
  });
  const lines = distinct([...shaped, ...needed]);
  return lines.length === 0 ? ["<text>"] : lines;
}

function textsOf(rule: ReportRule): readonly Shape[] {
  return rule.kind === "always-write" || rule.kind === "always-write-each" ? rule.texts : [];
}

function commandsOf(rule: ReportRule): readonly string[] {
  return rule.kind === "always-write-command" ? rule.commands.map((c) => `${c.text} <${ARGUMENTS}>`) : [];
}

/** A text that is no line of the section is put into the last hole of one that ends with a hole for any text. */
function lineFor(text: Shape, { shapes }: PreparedSection): string {
  if (shapes.length === 0 || fits(text.text, shapes) !== undefined) return text.text;
  for (const { shape } of shapes) {
    const last = shape.parts[shape.parts.length - 1];
    if (last === undefined || typeof last === "string" || last.type !== "text") continue;
    const before = shape.text.slice(0, shape.text.lastIndexOf("<"));
    if (before !== "") return before + text.text;
  }
  return text.text;
}

/** Two lines that differ only in what their holes may hold are one. */
function distinct(lines: readonly string[]): string[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = line.replace(/<([^<>:]{1,80}):[^<>]{0,400}>/g, "<$1>");
    return !seen.has(key) && seen.add(key).size > 0;
  });
}
