// List markers and heading marks without the blank that makes them such, in front of what Bylaw would read.
import type { Diagnostic } from "../messages/diagnostic.ts";
import { missingBlank } from "../messages/generated.ts";
import { DEFINITION_KINDS } from "./document.ts";
import { LEADS } from "./grammar/productions.ts";
import type { SourceText } from "./source-text.ts";

const MARKS = new RegExp(
  `^[ \\t>]*(?:((?:[-*+]|\\d{1,9}[.)])(?=\\*\\*(?:${LEADS.join("|")})\\*\\*))|` +
    `(#{1,6}(?=(?:${DEFINITION_KINDS.join("|")}) \`|\\d{4}-\\d{2}-\\d{2})))`,
  "gm",
);

export interface MissingBlanks {
  /** The offsets at which a blank is missing, in order. */
  readonly at: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds rules, definitions and entries that a missing blank makes text. */
export function missingBlanks(source: SourceText): MissingBlanks {
  const at: number[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const match of source.text.matchAll(MARKS)) {
    const mark = match[1] ?? match[2] ?? "";
    const end = match.index + match[0].length;
    at.push(end);
    diagnostics.push(missingBlank(source.at(end - mark.length, end), { mark }));
  }
  return { at, diagnostics };
}
