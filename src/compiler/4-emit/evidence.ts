// Evidence as the agents' instructions tell it: which rows, which columns, and what holds between them.
import { inWords } from "../../pattern/cell-forms.ts";
import type { Evidence, EvidenceColumn } from "../../policy/types.ts";

/** One piece of evidence as lines of text. */
export interface EvidenceLines {
  readonly name: string;
  readonly rows: string;
  readonly because: string;
  readonly lines: readonly string[];
}

/** The contract of one table of results, in short. */
export function evidenceLines({ name, rows, columns, conditions, unsaid, because }: Evidence): EvidenceLines {
  const noun = rows?.noun === undefined ? "" : ` ${rows.noun}`;
  return {
    name,
    rows: rows === undefined ? "a row for each result" : `one row for each \`${rows.list}\`${noun}`,
    because: because ?? "",
    lines: [
      ...columns.map(columnLine),
      ...conditions.map((c) => c.sentence),
      ...(unsaid.length === 0 ? [] : [`No cell says ${joined(unsaid)}.`]),
    ],
  };
}

function columnLine({ name, forms, required }: EvidenceColumn): string {
  return `\`${name}\`${required ? "" : " (may be empty)"}: ${inWords(forms)}`;
}

function joined(words: readonly string[]): string {
  const spans = words.map((word) => `\`${word}\``);
  return spans.length < 2 ? spans.join("") : `${spans.slice(0, -1).join(", ")} or ${spans[spans.length - 1]}`;
}
