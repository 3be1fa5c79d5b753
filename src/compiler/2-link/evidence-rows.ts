// Which rows evidence must have: "One row for each `list` noun."
import type { Evidence, EvidenceColumn } from "../../policy/types.ts";
import type { Definition } from "../1-read/document.ts";
import type { Token } from "../1-read/tokens.ts";
import { openList, unclearRowName, unclearRows, unknownList } from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import { tokensAsText } from "./decision-cells.ts";
import type { Linker } from "./linker.ts";
import { ambiguous } from "./names.ts";

/** The words of the sentence in front of the list; the first is how it is written. */
const OPENINGS = ["one row for each", "one row per", "one row for every"];

/** The rows that are demanded; none where nothing is said, undefined after reporting what is wrong. */
export function readRows(
  definition: Definition,
  columns: readonly EvidenceColumn[] | undefined,
  linker: Pick<Linker, "lists" | "report">,
): Pick<Evidence, "rows"> | undefined {
  const { name, source } = definition;
  const said = definition.paragraphs.flatMap(sentences).filter(isAboutRows);
  const [sentence, ...more] = said;
  if (sentence === undefined) return {};
  const listed = more.length === 0 ? listOf(sentence) : undefined;
  if (listed === undefined) {
    const wrong = more[0] ?? sentence;
    const at = wrong[0]?.source ?? source;
    linker.report(unclearRows(at, { found: tokensAsText(wrong).slice(0, 120), name }));
    return undefined;
  }
  const { token, noun } = listed;
  const found = linker.lists.find(token.text, token.source.file);
  if (!("thing" in found)) {
    if (found.among.length > 0) linker.report(ambiguous(token.source, token.text, found.among));
    else {
      const hint = didYouMean(token.text, linker.lists.names());
      linker.report(unknownList(token.source, { list: token.text }, { hint }));
    }
    return undefined;
  }
  const { matching } = found.thing;
  if (matching !== "exact") {
    const related = [{ message: "the list", source: found.thing.source }];
    const words = matching === "glob" ? "globs" : "prefixes";
    linker.report(openList(token.source, { name, list: found.name, matching: words }, { related }));
    return undefined;
  }
  if (columns === undefined) return undefined;
  const holding = columns.filter(
    ({ forms: [only, ...others] }) =>
      only?.is === "member" && only.list === found.name && others.length === 0,
  );
  const [column] = holding;
  if (column === undefined || holding.length > 1) {
    const count = holding.length === 0 ? "no column" : `${holding.length} columns`;
    linker.report(unclearRowName(token.source, { name, list: found.name, found: count }));
    return undefined;
  }
  return { rows: { list: found.name, ...(noun === "" ? {} : { noun }), column: column.name } };
}

/** A paragraph at its full stops. */
function sentences(paragraph: readonly Token[]): Token[][] {
  const found: Token[][] = [[]];
  for (const token of paragraph) {
    if (token.type === "mark" && token.text === ".") found.push([]);
    else found[found.length - 1]?.push(token);
  }
  return found.filter((s) => s.length > 0);
}

/** A sentence such as "One row …" or "… a row for …" that names something in backticks. */
function isAboutRows(sentence: readonly Token[]): boolean {
  const words = sentence.map((t) => (t.type === "word" ? t.text.toLowerCase() : ""));
  const row = words.findIndex((word) => word === "row" || word === "rows");
  const opens = ["one", "a", "exactly one"].includes(words.slice(0, Math.max(row, 0)).join(" "));
  const counts = row >= 0 && ["for", "per"].includes(words[row + 1] ?? "");
  return (opens || counts) && sentence.some((t) => t.type === "code");
}

/** The list, and up to three words for its members. */
function listOf(sentence: readonly Token[]): { readonly token: Token; readonly noun: string } | undefined {
  const at = sentence.findIndex((t) => t.type === "code");
  const token = sentence[at];
  const opening = tokensAsText(sentence.slice(0, at))
    .toLowerCase()
    .replace(/^exactly /, "");
  const noun = sentence.slice(at + 1);
  const isNoun = noun.length <= 3 && noun.every((t) => t.type === "word");
  return token === undefined || !OPENINGS.includes(opening) || !isNoun
    ? undefined
    : { token, noun: tokensAsText(noun) };
}
