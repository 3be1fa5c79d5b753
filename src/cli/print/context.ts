// What agents read, in numbers; and what one host loads.
import type { Spill } from "../../compiler/4-emit/agents/agent-file.ts";
import type { Loaded } from "../../hosts/context/loaded.ts";
import type { ContextReport, FileReport } from "../agents/context-report.ts";
import { printable } from "./style.ts";

/** A line for everything that didn't stay in the always-on text. */
export function printSpilled(spilled: readonly Spill[]): string {
  return spilled
    .map(({ what, from, to, bytes }) => `moved out of ${from}: ${what}, ${bytes} bytes; to ${to}\n`)
    .join("");
}

/** The files, the rules with the largest first, and what was moved. */
export function printReport({ files, rules, spilled }: ContextReport): string {
  const always = files.filter((f) => f.loads === "always");
  const others = files.filter((f) => f.loads !== "always");
  const largest = [...rules].sort((a, b) => b.bytes - a.bytes || (a.id < b.id ? -1 : 1));
  const total = largest.reduce((sum, rule) => sum + rule.bytes, 0);
  return [
    "In every session:\n",
    ...always.map(fileLine),
    ...(others.length === 0 ? [] : ["When it is asked for, or for some files:\n", ...others.map(fileLine)]),
    ...(rules.length === 0 ? [] : [`Rules: ${rules.length}, ${total} bytes\n`]),
    ...largest.map((r) => `  ${r.id}: ${r.bytes} bytes, about ${r.tokens} tokens (${r.effect})\n`),
    printSpilled(spilled),
  ].join("");
}

function fileLine({ path, bytes, lines, tokens, limits }: FileReport): string {
  const used = limits.map(
    ({ used, most, unit, hard }) => `${used}% of ${most} ${unit}${hard ? "" : ", advised"}`,
  );
  const near = used.length === 0 ? "" : ` (${used.join("; ")})`;
  return `  ${path}: ${bytes} bytes, ${lines} lines, about ${tokens} tokens${near}\n`;
}

/** What is loaded, in order, each with its text; then what is passed over, with the reason. */
export function printLoaded({ parts, passed, notes }: Loaded): string {
  const bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part.text, "utf8"), 0);
  return [
    ...parts.flatMap(({ path, text, because, lost }, i) => [
      `--- ${i + 1}. ${path} (${because})\n`,
      `${printable(text.trimEnd())}\n`,
      ...(lost === "" ? [] : [`--- lost of ${path}: ${lost}\n`]),
    ]),
    `--- ${parts.length} ${parts.length === 1 ? "file" : "files"}, ${bytes} bytes\n`,
    ...passed.map(({ path, reason }) => `not loaded: ${path}: ${reason}\n`),
    ...notes.map((note) => `note: ${note}\n`),
  ].join("");
}
