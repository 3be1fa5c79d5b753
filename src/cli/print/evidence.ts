// What was found in results, in every format.
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import type { EvidenceAnswer, EvidenceFinding } from "../../validators/evidence/finding.ts";
import { printDiagnostics } from "./diagnostics.ts";
import { printable, type Style } from "./style.ts";

/** The findings of one answer, each with its line; at most so many. */
export function printFindings(
  { findings, more, evidence }: EvidenceAnswer,
  text: string | undefined,
  style: Style,
  most = Number.POSITIVE_INFINITY,
): string {
  // Line ends differ; the lines themselves don't.
  const lines = text?.replace(/\r\n?/g, "\n");
  const listed = findings.slice(0, most);
  const [first] = listed;
  const textOf = (file: string): string | undefined => (file === first?.at.file ? lines : undefined);
  const left = more + findings.length - listed.length;
  const rest = left === 0 ? "" : `and ${left} more of evidence \`${evidence}\`\n`;
  return `${printDiagnostics(listed.map(asDiagnostic), textOf, style)}${rest}`;
}

/** "allow" or "deny", and what was found. */
export function printEvidence(answer: EvidenceAnswer, text: string, style: Style): string {
  if (answer.decision === "allow") {
    const rows = answer.rows === 1 ? "1 row" : `${answer.rows} rows`;
    const said = `the results of \`${answer.evidence}\` in ${answer.file} are in order: ${rows}`;
    return `${style.bold(style.green("allow"))}\n\n${printable(said)}\n`;
  }
  return `${style.bold(style.red("deny"))}\n\n${printFindings(answer, text, style)}`;
}

/** A finding as one of the compiler's messages, which all formats know how to show. */
export function asDiagnostic(finding: EvidenceFinding): Diagnostic {
  const { code, message, sentence, because, instead, at, see, source } = finding;
  return {
    code,
    severity: "error",
    message: message.charAt(0).toUpperCase() + message.slice(1),
    why: because ?? "",
    hint: instead.charAt(0).toUpperCase() + instead.slice(1),
    source: at,
    related: [
      ...(see === undefined ? [] : [{ message: "the first one", source: see }]),
      { message: sentence ?? "what is asked for", source },
    ],
  };
}
