// What stands in a node of a picture, and how large that makes it. Sizes are in pixels.
import type { GraphNode } from "./graph.ts";
import { brokenText, columnsOf, shownText } from "./text.ts";

/** The name in a fixed-width font, so that its width is known wherever it is looked at; what else is to be said below. */
export interface Box {
  readonly names: readonly string[];
  readonly note: string | undefined;
  readonly width: number;
  readonly height: number;
}

/** Font sizes, the widths of a column, and the heights of lines. */
export const NAME = { size: 13, column: 7.93, line: 17 } as const;
export const NOTE = { size: 11, column: 6.3, line: 15 } as const;
/** The room for the sign of a state, in front of the words. */
export const SIGN = 22;
/** The room on both sides, which shapes with pointed or slanted ends need more of. */
export const SIDES = { task: 24, wait: 34, gate: 44, condition: 44 } as const;
const [COLUMNS, MOST_LINES, TOP] = [30, 3, 18];

export function boxOf(node: GraphNode): Box {
  const names = evenLines(shownText(node.label));
  const note = noteOf(node);
  const widest = Math.max(
    ...names.map((n) => columnsOf(n) * NAME.column),
    note === undefined ? 0 : columnsOf(note) * NOTE.column,
  );
  const sign = node.state === undefined ? 0 : SIGN;
  const height = names.length * NAME.line + (note === undefined ? 0 : NOTE.line) + TOP;
  return { names, note, width: Math.ceil(Math.max(90, widest + sign + SIDES[node.kind])), height };
}

/** As few lines as there can be, and those of about one width. */
function evenLines(text: string): string[] {
  let lines = brokenText(text, COLUMNS, MOST_LINES);
  for (let columns = COLUMNS - 1; lines.length > 1; columns--) {
    const narrower = brokenText(text, columns, MOST_LINES + 1);
    if (narrower.length > lines.length || narrower.join("") !== lines.join("")) break;
    lines = narrower;
  }
  return lines;
}

/** "Pass · wait · 6–24 hours": what the shape and the colour tell, in words, and how long it takes. */
function noteOf({ kind, state, takes, informational }: GraphNode): string | undefined {
  const said = [
    state,
    kind === "wait" || kind === "gate" ? kind : undefined,
    takes,
    informational ? "blocks nothing" : undefined,
  ].filter((s) => s !== undefined);
  return said.length === 0 ? undefined : said.join(" · ");
}

/** The room that the label of an arrow takes. */
export function labelSize(label: string): { readonly text: string; readonly width: number } {
  const [text = ""] = brokenText(shownText(label), 36, 1);
  return { text, width: Math.ceil(columnsOf(text) * NOTE.column + 8) };
}
