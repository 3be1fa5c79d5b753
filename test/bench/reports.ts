// A report's check: that its time grows with the report's length and no faster.
import { atvm, SAMPLE } from "../reports/support.ts";
import { paired } from "./measure.ts";

/** The bundled ATVM status with so many hosts. */
function status(hosts: number): string {
  const lines = Array.from({ length: hosts }, (_, i) => `atvm${i}-debian - PASS`).join("\n");
  return SAMPLE.replace("HOSTS:\n", `HOSTS:\n${lines}\n`);
}

/** Prints the time of ten times as long a report against ten times the time. */
export function reports(row: (name: string, ratio: number, more: string) => void): void {
  const [few, many] = [status(5_000), status(50_000)];
  const { a, b, ratio } = paired(
    5,
    () => void atvm.check(many),
    () => void atvm.check(few),
  );
  const size = (many.length / 1_000_000).toFixed(1);
  row(
    `check of a report of 50,000 hosts (${size} MB) / 10 × that of 5,000`,
    ratio / 10,
    `${a.toFixed(0)} ms / ${b.toFixed(0)} ms`,
  );
}
