// The words of what is found in rows of results.
import { inWords } from "../../pattern/cell-forms.ts";
import type { Evidence, EvidenceColumn } from "../../policy/types.ts";
import type { Broken, RowValues } from "./conditions.ts";
import { type EvidenceFinding, shown } from "./finding.ts";
import type { ResultCell } from "./results.ts";

/** A finding that hasn't got its place yet. */
export type RowFinding = Omit<EvidenceFinding, "at">;

export function rowTwice(member: string, see: EvidenceFinding["at"], { source }: Evidence): RowFinding {
  return {
    code: "row-twice",
    message: `a second row for ${shown(member)}, expected one`,
    because: "which of the two counts can't be told.",
    instead: "join the two rows.",
    see,
    source,
  };
}

export function raggedRow(found: number, expected: number, { source }: Evidence): RowFinding {
  return {
    code: "ragged-row",
    message: `unexpected ${cells(found)} in this row, expected ${cells(expected)}`,
    because: "a cell that slipped into another column says something else there.",
    instead: "add or remove a |; one inside a cell is written \\|. Behind the table stands a blank line.",
    source,
  };
}

export function emptyCell({ name, forms, source }: EvidenceColumn, cell: ResultCell | undefined): RowFinding {
  const found = cell === undefined || cell.text === "" ? "nothing" : shown(cell.text);
  return {
    code: "empty-cell",
    message: `${found} in column \`${name}\`, expected ${inWords(forms)}`,
    because: "a cell that is left open shows nothing.",
    instead: "fill it in; each row has cells of its own.",
    source,
  };
}

export function unsaidWord(
  word: string,
  { name }: EvidenceColumn,
  { because, source }: Evidence,
): RowFinding {
  return {
    code: "unsaid",
    message: `unexpected ${shown(word)} in column \`${name}\``,
    because: because ?? "that is no result.",
    instead: "write what was found, and what was done about it.",
    source,
  };
}

/** A value that its column doesn't hold; `near` is one that it holds and that may be meant. */
export function wrongValue(
  { name, forms, source }: EvidenceColumn,
  cell: ResultCell,
  { isKey, undecided, near }: { isKey: boolean; undecided: boolean; near: string | undefined },
): RowFinding {
  const found = cell.nested === true ? "a list or an object" : shown(cell.text);
  return {
    code: isKey ? "unknown-row" : "wrong-value",
    message: undecided
      ? `whether ${found} may stand in column \`${name}\` can't be decided`
      : `unexpected ${found} in column \`${name}\`, expected ${inWords(forms)}`,
    because: isKey
      ? "only what the list names has a row."
      : "another word for a result can't be compared with it.",
    instead:
      near === undefined ? "write one of the values that this column holds." : `did you mean ${shown(near)}?`,
    source,
  };
}

export function brokenCondition(
  { condition, broken, column, where }: Broken,
  values: RowValues,
  member: string | undefined,
): RowFinding {
  const says = (name: string): string => {
    const value = values.get(name) ?? null;
    return `\`${name}\` is ${value === null ? "empty" : shown(value)}`;
  };
  const what = `${member === undefined ? "" : `of ${shown(member)} `}${says(column)}`;
  const beside = where.map(says).join(" and ");
  return {
    code: broken === true ? "broken-condition" : "undecided-condition",
    message:
      broken === true
        ? `${what}, where ${beside}`
        : `whether it is enough that ${what} can't be decided, where ${beside}`,
    sentence: condition.sentence,
    because: condition.because ?? "one result without the other proves nothing.",
    instead: "correct the result that isn't so, or bring the one that is missing.",
    source: condition.source,
  };
}

function cells(count: number): string {
  return count === 1 ? "1 cell" : `${count} cells`;
}
