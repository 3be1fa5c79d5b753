// What linking carries along: the definitions by name, and where problems are reported.
import type { Fact, List, Source, Step } from "../../policy/types.ts";
import type { Definition } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import type { LinkedReport } from "./linked-report.ts";
import type { Names } from "./names.ts";
import type { ToolTable } from "./tool-table.ts";

export interface Linker {
  readonly lists: Names<List>;
  /** Tools by name and by every other name. */
  readonly tools: ToolTable;
  readonly facts: Names<Fact>;
  readonly steps: Names<Step>;
  /** The definitions of evidence, sound or not. */
  readonly evidence: Names<Definition>;
  readonly reports: Names<LinkedReport>;
  readonly report: (d: Diagnostic) => void;
}

/** Sorts things by the time that they hold from: undated first, then date, then file, then position. */
export function byTime(
  a: { readonly entry: { readonly date: string } | undefined; readonly source: Source },
  b: { readonly entry: { readonly date: string } | undefined; readonly source: Source },
): number {
  return (
    compare(a.entry?.date ?? "", b.entry?.date ?? "") ||
    compare(a.source.file, b.source.file) ||
    a.source.line - b.source.line ||
    a.source.column - b.source.column
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
