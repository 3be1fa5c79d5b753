// The shipped declarations, compiled together, and what they make of a command.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Occurrence } from "../../src/pattern/arguments.ts";
import { readShell } from "../../src/shell/read.ts";
import type { Word } from "../../src/shell/types.ts";
import { PolicyIndex } from "../../src/validators/policy-index.ts";
import { compileFiles } from "../support/compile.ts";

const FOLDER = join(import.meta.dirname, "../../tools");

/** The shipped sources by their paths. */
export const SHIPPED: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(FOLDER)
    .sort()
    .map((name) => [`tools/${name}`, readFileSync(join(FOLDER, name), "utf8")]),
);

/** All of them compiled. */
export const compiled = compileFiles(SHIPPED);

const index = new PolicyIndex(compiled.policy);

/**
 * A command sorted out: its options by their declared names with their values, a bar, its operands. An option that
 * isn't declared and an operand that may be its value end in a question mark.
 */
export function sorted(command: string): string {
  const [program] = command.split(" ");
  const invocation = readShell(command).invocations.find((i) => i.name === program);
  if (invocation === undefined) return "no such program";
  const { args } = index.read(invocation);
  const operands = args.operands.map((word) => shown(word) + (args.doubtful.has(word) ? "?" : ""));
  return [...args.occurrences.map(option), "|", ...operands].join(" ");
}

function option({ name, values, unsure }: Occurrence): string {
  const given = values.length === 0 ? "" : `=${values.map((v) => v.text ?? "…").join(",")}`;
  return `${name}${given}${unsure ? "?" : ""}`;
}

function shown(word: Word): string {
  return word.text ?? "…";
}
