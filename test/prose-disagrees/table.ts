// The tables in which the tests of this folder are written.
import { readFileSync } from "node:fs";

/** The rows of all tables of a page, without their headings; pipes in cells are escaped. */
export function rowsOf(page: string): string[][] {
  const rows: string[][] = [];
  let inBody = false;
  for (const line of readFileSync(page, "utf8").split("\n")) {
    if (!line.startsWith("|")) inBody = false;
    else if (/^\|(?: -+ \|)+$/.test(line)) inBody = true;
    else if (inBody) {
      const cells = line.split(/(?<!\\)\|/).slice(1, -1);
      rows.push(cells.map((cell) => cell.trim().replaceAll("\\|", "|")));
    }
  }
  return rows;
}
