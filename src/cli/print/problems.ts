// Problems with files outside of the sources, on standard error.
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import type { Terminal } from "../terminal.ts";
import { printDiagnostics } from "./diagnostics.ts";
import { style } from "./style.ts";

/** Tells problems, with the lines of the texts that are known. */
export function reportProblems(
  problems: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  terminal: Terminal,
): void {
  const textOf = (file: string): string | undefined => texts.get(file)?.replace(/^\ufeff/, "");
  terminal.err(printDiagnostics(problems, textOf, style(terminal.color.err)));
}
