// Diagnostics as text: the place, the message, the source line with a caret, why, and what to do.
import type { Diagnostic, Severity } from "../../compiler/messages/diagnostic.ts";
import type { Source } from "../../policy/types.ts";
import { excerpt } from "./excerpt.ts";
import { printable, type Style } from "./style.ts";

/** The text of a source file, for showing its lines. */
export type TextOf = (file: string) => string | undefined;

/** All diagnostics, each with its source line. Ends with a line that counts them. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], textOf: TextOf, style: Style): string {
  const known = new Map<string, readonly string[]>();
  const lineOf = ({ file, line }: Source): string | undefined => {
    const lines = known.get(file) ?? textOf(file)?.split("\n") ?? [];
    known.set(file, lines);
    return lines[line - 1];
  };
  const parts = diagnostics.map((d) => printOne(d, lineOf, style));
  return `${parts.join("\n")}\n${countLine(diagnostics)}\n`;
}

function printOne(d: Diagnostic, lineOf: (place: Source) => string | undefined, style: Style): string {
  const { file, line, column, endLine, endColumn } = d.source;
  const color = { error: style.red, warning: style.yellow, notice: style.dim }[d.severity];
  const head = `${style.bold(`${printable(file)}:${line}:${column}`)} ${color(d.severity)}`;
  const lines = [`${head} ${printable(d.message)} ${style.dim(`(${d.code})`)}`];
  const text = lineOf(d.source);
  if (text !== undefined && text.trim() !== "") {
    const end = endLine === line ? endColumn - 1 : text.length;
    lines.push(...excerpt(String(line), text, column - 1, end));
  }
  lines.push(`  why: ${printable(d.why)}`, `  do:  ${printable(d.hint)}`);
  for (const { source, message } of d.related) {
    lines.push(`  see: ${printable(source.file)}:${source.line}:${source.column} ${printable(message)}`);
  }
  return `${lines.join("\n")}\n`;
}

function countLine(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity): string[] => {
    const n = diagnostics.filter((d) => d.severity === severity).length;
    return n === 0 ? [] : [`${n} ${severity}${n === 1 ? "" : "s"}`];
  };
  return [...count("error"), ...count("warning"), ...count("notice")].join(", ");
}
