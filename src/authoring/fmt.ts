// Writes rules in their canonical words. Everything else of a document stays byte for byte.
import type { RuleItem } from "../compiler/1-read/document.ts";
import { readDocument } from "../compiler/1-read/read-document.ts";
import { SourceText } from "../compiler/1-read/source-text.ts";
import type { Diagnostic } from "../compiler/messages/diagnostic.ts";

export interface Formatted {
  readonly text: string;
  /** What is wrong with the document; with an error it is left as it is. */
  readonly problems: readonly Diagnostic[];
}

/**
 * Formats a document: each rule's sentence becomes its canonical one, on one line. A rule whose conditions stand in
 * nested items keeps them as they are.
 */
export function formatDocument(file: string, text: string): Formatted {
  const { items, diagnostics } = readDocument(file, text);
  const problems = diagnostics.filter((d) => d.severity === "error");
  if (problems.length > 0) return { text, problems };
  const source = new SourceText(file, text);
  let formatted = "";
  let at = 0;
  for (const item of items) {
    if (item.type !== "rule" || item.bullets) continue;
    const start = source.offset(item.source.line, item.source.column);
    const end = source.offset(item.source.endLine, item.source.endColumn);
    formatted += text.slice(at, start) + canonicalLine(item);
    at = end;
  }
  return { text: formatted + text.slice(at), problems: [] };
}

function canonicalLine({ sentence }: RuleItem): string {
  const { lead } = sentence.form;
  return `**${lead}**${sentence.canonical.slice(lead.length)}`;
}
