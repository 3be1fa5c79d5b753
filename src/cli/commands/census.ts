// bylaw census: how much of any Markdown would be enforced as it stands.
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { MAX_LENGTH } from "../../compiler/1-read/read-document.ts";
import { compile } from "../../compiler/compile.ts";
import { type FileCoverage, totalOf } from "../../compiler/coverage.ts";
import { type CommandRun, formatOption, textOption, UsageError } from "../command.ts";
import { checkerForAnalysis } from "../compile-project.ts";
import { sha256 } from "../node-tools.ts";
import { printCoverage } from "../print/coverage.ts";
import { EXIT, type Terminal } from "../terminal.ts";

export const census: CommandRun = (input, terminal) => {
  const format = formatOption(input, ["text", "json"]);
  const most = mostUnenforced(textOption(input, "maxUnenforced"));
  if (input.operands.length === 0) throw new UsageError("expected Markdown files");
  const files = input.operands.map((file) => coverageOfFile(file, terminal));
  const total = totalOf(files);
  if (format === "json") terminal.out(`${JSON.stringify({ schemaVersion: 1, files, total }, null, 2)}\n`);
  else terminal.out(printCoverage(files));
  return most !== undefined && total.looksLikeRules > most ? EXIT.failed : EXIT.ok;
};

/** The number behind `--max-unenforced`; undefined without it. */
export function mostUnenforced(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`unexpected --max-unenforced ${text}, expected a number`);
  return Number(text);
}

/** Reads one file by itself, as it is. */
function coverageOfFile(file: string, terminal: Terminal): FileCoverage {
  const path = resolve(terminal.cwd, file);
  let text: string;
  try {
    if (statSync(path).size > MAX_LENGTH) throw new Error("it is too large");
    text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)).replace(/\r\n?/g, "\n");
  } catch (error) {
    throw new UsageError(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const [coverage] = compile([{ file, text }], { sha256, checker: checkerForAnalysis }).coverage;
  return coverage ?? { file, enforced: 0, undecidable: 0, looksLikeRules: 0, guidance: 0 };
}
