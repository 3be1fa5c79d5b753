// Rows of a table as steps: what to do, the commands for it, and what to look for.
import type { Table } from "mdast";
import type { RunbookStep } from "../../../policy/types.ts";
import type { SourceText } from "../source-text.ts";
import { type Token, tokenize } from "../tokens.ts";
import { spanCommands } from "./commands.ts";
import { lookOfColumn } from "./looks.ts";

const CAUSE = /^(?:(?:likely|possible|probable|root) )?causes?$/i;
const WAY_OUT = /^(?:fix|resolution|solution|action|actions|remedy|mitigation|what to do|see)$/i;
const COMMANDS = /^commands?(?: to run)?$/i;

export interface RowStep {
  readonly step: RunbookStep;
  /** The tokens of its cells. */
  readonly cells: readonly (readonly Token[])[];
}

/** A step for each row below the heading row. `block` is the first number for the commands of spans. */
export function rowsAsSteps(
  table: Table,
  at: { readonly level: number; readonly block: number },
  source: SourceText,
): { readonly rows: readonly RowStep[]; readonly headings: readonly string[]; readonly next: number } {
  const [head, ...body] = table.children;
  const headings = (head?.children ?? []).map((cell) => wordsOf(tokenize(cell.children, source)));
  const kinds = headings.map(lookOfColumn);
  // A row that has its own way out needs no other.
  const causes = headings.some((h) => WAY_OUT.test(h)) ? -1 : headings.findIndex((h) => CAUSE.test(h));
  let next = at.block;
  const rows = body.map((row): RowStep => {
    const place = source.of(row);
    const cells = row.children.map((cell) => tokenize(cell.children, source));
    const texts = row.children.map((cell) => {
      const [first, last] = [cell.children[0], cell.children[cell.children.length - 1]];
      return source.slice(first?.position?.start.offset ?? 0, last?.position?.end.offset ?? 0).trim();
    });
    const commands = cells.flatMap((cell, i) => {
      const found = spanCommands(cell, next, COMMANDS.test(headings[i] ?? ""));
      next = found.next;
      return found.commands;
    });
    const looks = kinds.flatMap((kind, i) => {
      const text = texts[i] ?? "";
      return kind === undefined || text === "" ? [] : [{ kind, text, source: place }];
    });
    const text = texts.filter((t, i) => t !== "" && kinds[i] === undefined).join(" | ");
    const cause = texts[causes] ?? "";
    const step: RunbookStep = {
      mark: "|",
      level: at.level,
      text,
      ...(cause === "" ? {} : { cause }),
      commands,
      looks,
      code: [],
      source: place,
    };
    return { step, cells };
  });
  return { rows, headings, next };
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens.map((t) => t.text).join(" ");
}
