// What a diagnostic is: one thing that is wrong, where, why that matters, and what to do.
import type { Source } from "../../policy/types.ts";

export type Severity = "error" | "warning" | "notice";

/** A second place that belongs to a diagnostic, such as the first of two equal ids. */
export interface Related {
  readonly message: string;
  readonly source: Source;
}

export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** What was found and what was expected. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do about it; opens with the nearest right spelling where there is one. */
  readonly hint: string;
  readonly source: Source;
  readonly related: readonly Related[];
}

/** What a place may add to an authored message. */
export interface Extras {
  /** A concrete cure, said before the general one. */
  readonly hint?: string | undefined;
  readonly related?: readonly Related[];
}

/** The authored parts of a message. */
export interface Authored {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly todo: string;
}

/** Fills a message's `{holes}` with values and puts it at a place. */
export function diagnostic(
  authored: Authored,
  source: Source,
  values: Readonly<Record<string, string>>,
  extras: Extras = {},
): Diagnostic {
  const fill = (text: string): string =>
    text.replace(/\{([a-z]+)\}/g, (hole, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? hole) : hole,
    );
  const { code, severity } = authored;
  const todo = fill(authored.todo);
  return {
    code,
    severity,
    message: fill(authored.message),
    why: fill(authored.why),
    hint: extras.hint === undefined ? todo : `${extras.hint} ${todo}`.trim(),
    source,
    related: extras.related ?? [],
  };
}

/** Order by place, then severity-independent code: the order in which all reports are printed. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.source.file, b.source.file) ||
    a.source.line - b.source.line ||
    a.source.column - b.source.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
