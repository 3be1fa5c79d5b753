// What a heading opens: an entry of a learnings document, a definition, or nothing but a section.
import type { Heading } from "mdast";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { entryWithoutDate, invalidDate, looksLikeARule, unknownDefinition } from "../messages/generated.ts";
import { didYouMean, distance, oneOf } from "../messages/near.ts";
import { DEFINITION_KINDS, type DefinitionKind, type Entry } from "./document.ts";
import type { SourceText } from "./source-text.ts";
import { type Token, tokenize } from "./tokens.ts";

export type Opening =
  | { readonly type: "definition"; readonly kind: DefinitionKind; readonly name: Token }
  | { readonly type: "entry"; readonly entry: Entry }
  | { readonly type: "section" };

/** Words that open definitions of the language which this version does not read. */
const LATER = ["Tools", "Task", "Wait", "Gate", "Decision", "Outcome", "Report", "Change report", "Evidence"];

/** Classifies a heading. `inEntries` is true in a learnings document once its first dated entry has begun. */
export function readHeading(
  heading: Heading,
  learnings: boolean,
  inEntries: boolean,
  source: SourceText,
  report: (d: Diagnostic) => void,
): Opening {
  const tokens = tokenize(heading.children, source);
  const definition = readDefinition(heading, tokens, source, report);
  if (definition !== undefined) return definition;
  if (!learnings || heading.depth !== 2) return { type: "section" };
  return readEntry(heading, tokens, inEntries, source, report);
}

function readDefinition(
  heading: Heading,
  tokens: readonly Token[],
  source: SourceText,
  report: (d: Diagnostic) => void,
): Opening | undefined {
  const first = tokens.findIndex((t) => t.type === "code");
  const name = tokens[first];
  if (name === undefined || first === 0) return undefined;
  const words = tokens
    .slice(0, first)
    .map((t) => t.text)
    .join(" ");
  const kind = DEFINITION_KINDS.find((k) => k === words);
  if (kind !== undefined && first === tokens.length - 1) return { type: "definition", kind, name };
  const at = source.of(heading);
  if (kind !== undefined) {
    const hint = `Write the heading as \`${kind} \` and the name, with nothing behind it.`;
    report(looksLikeARule(at, { text: source.slice(...offsets(heading)) }, { hint }));
    return undefined;
  }
  const kinds = [...DEFINITION_KINDS, ...LATER];
  const misspelt =
    first === tokens.length - 1 && kinds.some((k) => distance(words, k, 2) <= (k.length < 5 ? 1 : 2));
  if (misspelt || (LATER.includes(words) && first === tokens.length - 1)) {
    const expected = oneOf(DEFINITION_KINDS.map((k) => `“${k}”`));
    report(
      unknownDefinition(at, { heading: words, expected }, { hint: didYouMean(words, DEFINITION_KINDS) }),
    );
  }
  return undefined;
}

function readEntry(
  heading: Heading,
  tokens: readonly Token[],
  inEntries: boolean,
  source: SourceText,
  report: (d: Diagnostic) => void,
): Opening {
  const [start, end] = offsets(heading);
  const text = source
    .slice(start, end)
    .replace(/^#+\s*/, "")
    .replace(/\s+#+\s*$/, "")
    .trim();
  const match = /^(\d{1,4}-\d{1,2}-\d{1,2})(?![\d-])\s*[—–:-]?\s*(.*)$/su.exec(text);
  if (match === null) {
    if (inEntries) report(entryWithoutDate(source.of(heading)));
    return { type: "section" };
  }
  const [, date = "", title = ""] = match;
  if (!isCalendarDate(date)) {
    report(invalidDate(tokens[0]?.source ?? source.of(heading), { found: date }));
    return { type: "section" };
  }
  return { type: "entry", entry: { date, title: title.replace(/\s+/g, " ") } };
}

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

function offsets(node: Heading): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
