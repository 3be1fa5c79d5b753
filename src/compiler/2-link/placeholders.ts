// Names that the sources write in place of a value: `<promotion-id>`.
import type { Item, SourceDocument } from "../1-read/document.ts";
import { placeholdersIn } from "../1-read/placeholder.ts";
import { isReportKind } from "./report-rules.ts";

/**
 * The placeholders of all commands that are shown, of patterns and examples, and of operands that tools declare. The
 * holes of reports are none: they stand in no command.
 */
export function placeholdersOf(documents: readonly SourceDocument[]): string[] {
  const names = new Set<string>();
  for (const { items, shown, runbook } of documents) {
    const steps = runbook?.sections.flatMap((s) => s.steps.flatMap((step) => step.commands)) ?? [];
    for (const name of steps.flatMap((c) => c.placeholders)) names.add(name);
    for (const text of [...shown.map((s) => s.command), ...items.flatMap(textsOf)])
      for (const name of placeholdersIn(text)) names.add(name);
  }
  return [...names].sort();
}

function textsOf(item: Item): string[] {
  if (item.type === "rule" && isReportKind(item.sentence.form.kind)) return [];
  if (item.type === "definition" && ["Report", "Change report"].includes(item.kind)) return [];
  if (item.type === "rule") return [item.sentence.canonical, ...item.labels.examples.map((e) => e.command)];
  if (item.type !== "definition") return [];
  const operands = item.table?.rows.flatMap((row) => row[0]?.tokens.map((t) => t.text) ?? []) ?? [];
  return [...operands, ...item.entries.map((t) => t.text)];
}
