// SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0): diagnostics and findings for code scanning.
import type { Diagnostic, Severity } from "../../compiler/messages/diagnostic.ts";
import type { Finding, Source, Verdict } from "../../policy/types.ts";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", notice: "note" };

interface Result {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly object[];
  readonly relatedLocations?: readonly object[];
}

/** Diagnostics as one SARIF run. */
export function sarifOfDiagnostics(diagnostics: readonly Diagnostic[], version: string): string {
  const rules = new Map(diagnostics.map((d) => [d.code, d.why]));
  const results = diagnostics.map(
    (d): Result => ({
      ruleId: d.code,
      level: LEVELS[d.severity],
      message: { text: `${d.message}. ${d.hint}` },
      locations: [location(d.source)],
      ...(d.related.length === 0
        ? {}
        : {
            relatedLocations: d.related.map((r, id) => ({
              id,
              message: { text: r.message },
              ...location(r.source),
            })),
          }),
    }),
  );
  return print(
    results,
    [...rules].map(([id, text]) => ({ id, fullDescription: { text } })),
    version,
  );
}

/**
 * A verdict's findings as one SARIF run. They lie where their rules stand, since a command has no file; those of a
 * report in its file.
 */
export function sarifOfVerdict(verdict: Verdict, version: string, file?: string): string {
  const results = verdict.findings.map(
    (f): Result => ({
      ruleId: nameOf(f),
      level: f.decision === "deny" ? "error" : f.decision === "allow" ? "note" : "warning",
      message: { text: f.message },
      locations: [placeOf(f, file)].filter((s) => s !== undefined).map(location),
    }),
  );
  const rules = new Map(verdict.findings.map((f) => [nameOf(f), f]));
  return print(
    results,
    [...rules].map(([id, { sentence, message, url }]) => ({
      id,
      fullDescription: { text: sentence ?? message },
      ...(url === undefined ? {} : { helpUri: url }),
    })),
    version,
  );
}

/** Where a finding lies: in the file of the report, else where its rule stands. */
function placeOf({ place, source }: Finding, file: string | undefined): Source | undefined {
  return file === undefined || place === undefined ? source : { file, ...place };
}

function print(results: readonly Result[], rules: readonly object[], version: string): string {
  const driver = { name: "Bylaw", version, rules };
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", results };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function location(source: Source): object {
  const { file, line, column, endLine, endColumn } = source;
  const region = {
    startLine: line,
    startColumn: column,
    endLine,
    endColumn: Math.max(endColumn, endLine === line ? column : 1),
  };
  return { physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region } };
}

function nameOf(finding: Finding): string {
  return finding.rule ?? finding.code ?? "finding";
}
