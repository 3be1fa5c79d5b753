// Cases and groups of cases in words.

import type { Grid, GridColumn } from "./grid.ts";
import type { CaseGroup } from "./left-open.ts";

/** How many classes of a column are written out. */
const MOST = 8;

/** The first case of a group: every column with one class. */
export function caseInWords(grid: Grid, group: CaseGroup): string {
  const parts = grid.columns.flatMap((column, i) => {
    const text = column.classes[group[i]?.[0] ?? 0];
    if (text === undefined || (column.input === undefined && group[i]?.[0] === 0)) return [];
    return [`${nameOf(column)} is ${text}`];
  });
  return parts.length === 0 ? "nothing is asked" : parts.join(", ");
}

/** A group of cases: only the columns that limit it. */
export function groupInWords(grid: Grid, group: CaseGroup): string {
  const parts = grid.columns.flatMap((column, i) => {
    const classes = group[i] ?? [];
    return classes.length === column.classes.length
      ? []
      : [`${nameOf(column)} is ${listed(column, classes)}`];
  });
  return parts.length === 0 ? "every case" : parts.join(" and ");
}

function listed(column: GridColumn, classes: readonly number[]): string {
  const shown = classes.slice(0, MOST).map((i) => column.classes[i] ?? "");
  const rest = classes.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} or one of ${rest} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} or ${shown[shown.length - 1]}`;
}

function nameOf(column: GridColumn): string {
  return column.input === undefined ? "the day" : `\`${column.input}\``;
}
