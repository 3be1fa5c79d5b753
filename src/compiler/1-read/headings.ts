// What a heading opens: an entry of a learnings document, a definition, or nothing but a section.
import type { Heading, RootContent } from "mdast";
import type { Diagnostic } from "../messages/diagnostic.ts";
import {
  entryWithoutDate,
  invalidDate,
  looksLikeARule,
  notAToken,
  unknownDefinition,
} from "../messages/generated.ts";
import { distance, nearNames, oneOf } from "../messages/near.ts";
import { isCalendarDate } from "./calendar.ts";
import { DEFINITION_KINDS, type DefinitionKind, type Entry } from "./document.ts";
import { holdsDataOf } from "./section-data.ts";
import type { SourceText } from "./source-text.ts";
import { type Token, tokenize } from "./tokens.ts";
import { readWorkflowHeading } from "./workflow-headings.ts";

/** `guessed` is true where the heading was wrong, and reported. */
export interface DefinitionOpening {
  readonly type: "definition";
  readonly kind: DefinitionKind;
  readonly name: Token;
  readonly guessed: boolean;
}

export type Opening =
  | DefinitionOpening
  | { readonly type: "entry"; readonly entry: Entry }
  | { readonly type: "section" };

/** Words that open definitions of the language which this version does not read. */
const LATER = ["Tools"];

/**
 * Classifies a heading. `inEntries` is true in a learnings document once its first dated entry has begun; `section` is
 * what stands under it. A definition whose heading is wrong is reported and opened all the same, so that what uses it
 * is not reported too.
 */
export function readHeading(
  heading: Heading,
  section: readonly RootContent[],
  learnings: boolean,
  inEntries: boolean,
  source: SourceText,
  report: (d: Diagnostic) => void,
): Opening {
  const tokens = tokenize(heading.children, source);
  const workflow = readWorkflowHeading(tokens);
  if (workflow !== undefined) return { type: "definition", ...workflow, guessed: false };
  const definition = readDefinition(heading, section, tokens, source, report);
  if (definition !== undefined) return definition;
  if (!learnings || heading.depth !== 2) return { type: "section" };
  return readEntry(heading, tokens, inEntries, source, report);
}

function readDefinition(
  heading: Heading,
  section: readonly RootContent[],
  tokens: readonly Token[],
  source: SourceText,
  report: (d: Diagnostic) => void,
): Opening | undefined {
  const first = tokens.findIndex((t) => t.type === "code");
  const name = tokens[first];
  if (name === undefined) return readBareDefinition(heading, section, tokens, source, report);
  if (first === 0) return undefined;
  const words = tokens
    .slice(0, first)
    .map((t) => t.text)
    .join(" ");
  const kind = DEFINITION_KINDS.find((k) => k === words);
  if (kind !== undefined && first === tokens.length - 1)
    return { type: "definition", kind, name, guessed: false };
  const at = source.of(heading);
  const expected = oneOf(DEFINITION_KINDS.map((k) => `“${k}”`));
  if (kind !== undefined) {
    const hint = `Write the heading as ${kind} \`${name.text}\`, with nothing behind it.`;
    if (holdsDataOf(kind, section)) {
      const behind = tokens.slice(first + 1).map((t) => t.text);
      const found = [words, name.text, ...behind].join(" ");
      report(
        unknownDefinition(
          at,
          { heading: found, expected: "a kind, one name in backticks and no more" },
          { hint },
        ),
      );
      return { type: "definition", kind, name, guessed: true };
    }
    report(looksLikeARule(at, { text: source.slice(...offsets(heading)) }, { hint }));
    return undefined;
  }
  const kinds = [...DEFINITION_KINDS, ...LATER];
  const misspelt =
    first === tokens.length - 1 && kinds.some((k) => distance(words, k, 2) <= (k.length < 5 ? 1 : 2));
  if (misspelt || (LATER.includes(words) && first === tokens.length - 1)) {
    const near = LATER.includes(words) ? undefined : nearNames(words, DEFINITION_KINDS, 2)[0];
    const meant = DEFINITION_KINDS.find((k) => k === near);
    const hint = meant === undefined ? undefined : `Did you mean “${meant}”?`;
    report(unknownDefinition(at, { heading: words, expected }, { hint }));
    if (meant !== undefined) return { type: "definition", kind: meant, name, guessed: true };
  }
  return undefined;
}

/** A kind and one word that misses its backticks, above what only a definition of that kind holds. */
function readBareDefinition(
  heading: Heading,
  section: readonly RootContent[],
  tokens: readonly Token[],
  source: SourceText,
  report: (d: Diagnostic) => void,
): Opening | undefined {
  const kind = DEFINITION_KINDS.find((k) => {
    const words = k.split(" ");
    return tokens.length > words.length && words.every((word, i) => tokens[i]?.text === word);
  });
  if (kind === undefined || !holdsDataOf(kind, section)) return undefined;
  const [first, ...more] = tokens.slice(kind.split(" ").length);
  if (first === undefined || more.length > 0) return undefined;
  const { text } = first;
  const name: Token = { ...first, type: "code" };
  const hint = `Write the heading as ${kind} \`${text}\`.`;
  const expected = "one name in backticks";
  report(notAToken(source.of(heading), { found: `“${text}”`, expected }, { hint }));
  return { type: "definition", kind, name, guessed: true };
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
    const written = /^\d{1,4}(?:[./-]\d{1,4}){1,2}(?=\s|$)/.exec(text)?.[0];
    const at = tokens[0]?.source ?? source.of(heading);
    if (written !== undefined) report(invalidDate(at, { found: written }));
    else if (inEntries) report(entryWithoutDate(source.of(heading)));
    return { type: "section" };
  }
  const [, date = "", title = ""] = match;
  if (!isCalendarDate(date)) {
    report(invalidDate(tokens[0]?.source ?? source.of(heading), { found: date }));
    return { type: "section" };
  }
  return { type: "entry", entry: { date, title: title.replace(/\s+/g, " ") } };
}

function offsets(node: Heading): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
