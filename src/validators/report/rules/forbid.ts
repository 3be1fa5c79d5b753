// Never write `text` in `SECTION` of `R`; Never write `text` anywhere in `R`.
import { matcherOf } from "../../../pattern/shape/match.ts";
import { cutsWord } from "../../../pattern/shape/values.ts";
import type { List, Range, RuleOf, Shape } from "../../../policy/types.ts";
import { code } from "../../words.ts";
import { fold } from "../fold.ts";
import type { FoldedLines } from "../folded-lines.ts";
import type { ReportContents } from "../view.ts";
import { type Breach, MOST_BREACHES } from "./outcome.ts";

/** Broken by each place where a text stands, whatever its case, its letters' alphabet, and the line ends inside it. */
export function neverWriteIn(rule: RuleOf<"never-write-in">, contents: ReportContents): Breach[] {
  const { section } = rule;
  const folded = contents.folded(section);
  const places = rule.texts.flatMap((text) => {
    const [only, ...more] = text.parts;
    const whole = typeof only === "string" && more.length === 0;
    const ranges = whole ? literals(fold(only), folded) : shapes(text, folded, contents);
    return ranges.map((range) => ({ text, range }));
  });
  const where = section === undefined ? "in the report" : `in ${code(section)}`;
  return places.slice(0, MOST_BREACHES).map(({ text, range }) => ({
    code: "forbidden-text",
    message: `${code(text.text)} stands ${where}`,
    range,
  }));
}

/** The places of a folded text, where it begins and ends with words. */
function literals(wanted: string, { text, placeOf }: FoldedLines): Range[] {
  const ranges: Range[] = [];
  for (
    let at = text.indexOf(wanted);
    wanted !== "" && at >= 0 && ranges.length < MOST_BREACHES;
    at = text.indexOf(wanted, at + 1)
  ) {
    const end = at + wanted.length;
    if (!cutsWord(text, at) && !cutsWord(text, end))
      ranges.push({ start: placeOf(at), end: placeOf(end - 1) + 1 });
  }
  return ranges;
}

/** The lines in which a text with holes stands. */
function shapes(text: Shape, { lines, placeOf }: FoldedLines, contents: ReportContents): Range[] {
  const small = {
    ...text,
    parts: text.parts.map((p) => (typeof p === "string" ? fold(p) : { ...p, ...foldedValues(p.values) })),
  };
  const list = (name: string): List | undefined => foldedList(contents.prepared.list(name));
  const matcher = matcherOf(small, list);
  const ranges: Range[] = [];
  let start = 0;
  for (const line of lines) {
    const match = ranges.length < MOST_BREACHES ? matcher.find(line) : undefined;
    if (match !== undefined)
      ranges.push({ start: placeOf(start + match.start), end: placeOf(start + match.end - 1) + 1 });
    start += line.length + 1;
  }
  return ranges;
}

function foldedValues(values: string[] | undefined): { values?: string[] } {
  return values === undefined ? {} : { values: values.map(fold) };
}

function foldedList(list: List | undefined): List | undefined {
  if (list === undefined) return undefined;
  return { ...list, members: list.members.map((m) => ({ ...m, value: fold(m.value) })) };
}
