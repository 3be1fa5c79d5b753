// GitHub workflow commands: annotations on the lines of a pull request.
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import type { Finding, Source } from "../../policy/types.ts";

/** Diagnostics as annotations, one a line. */
export function githubOfDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((d) => annotation(d.severity, d.source, d.code, `${d.message}. ${d.hint}`)).join("");
}

/** Findings as annotations, on the rules that they come from; those of a report in its file. */
export function githubOfFindings(findings: readonly Finding[], file?: string): string {
  return findings
    .map((f) => {
      const level = f.decision === "deny" ? "error" : f.decision === "allow" ? "notice" : "warning";
      const at = file === undefined || f.place === undefined ? f.source : { file, ...f.place };
      return annotation(level, at, f.rule ?? f.code ?? "finding", f.message);
    })
    .join("");
}

function annotation(level: string, source: Source | undefined, title: string, message: string): string {
  const place =
    source === undefined
      ? []
      : [
          `file=${property(source.file)}`,
          `line=${source.line}`,
          `col=${source.column}`,
          `endLine=${source.endLine}`,
        ];
  return `::${level} ${[...place, `title=${property(title)}`].join(",")}::${data(message)}\n`;
}

/** Text behind the second `::`. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** The value of a property, where `:` and `,` mean something too. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
