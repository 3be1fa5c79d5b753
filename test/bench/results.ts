// How long tables of results take, and whether ten times the rows take ten times as long.
import { check, HEAD, WEB1 } from "../evidence/runs.ts";
import { paired } from "./measure.ts";

/** A table of so many rows. */
function table(rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => WEB1.replace("web1", `web${i}`));
  return `${HEAD}\n${lines.join("\n")}\n`;
}

/** Prints the ratio, and the time of 50,000 rows. */
export function results(row: (name: string, ratio: number, detail: string) => void): void {
  const [few, many] = [table(5_000), table(50_000)];
  const { a, b, ratio } = paired(
    9,
    () => void check(many),
    () => void check(few),
  );
  const megabytes = (many.length / 1_000_000).toFixed(1);
  const detail = `${a.toFixed(0)} ms for 50,000 rows, ${megabytes} MB; ${b.toFixed(0)} ms for 5,000`;
  row("check of a table of 50,000 rows / 10 × that of 5,000", ratio / 10, detail);
}
