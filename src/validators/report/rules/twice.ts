// Never write the same `<hole>` twice in `SECTION` of `R`; Never write `<hole>` of `SECTION` in `SECTION` of `R`.
import { isInWord } from "../../../pattern/shape/values.ts";
import type { RuleOf } from "../../../policy/types.ts";
import { code } from "../../words.ts";
import { fold } from "../fold.ts";
import { lineNumber, rangeOf } from "../layout.ts";
import { offsetIn, withoutMarks } from "../lines.ts";
import type { ReportContents } from "../view.ts";
import { type Breach, MOST_BREACHES } from "./outcome.ts";

/** Broken by every line whose hole holds what a line above it holds already. */
export function neverWriteTwice(rule: RuleOf<"never-write-twice">, contents: ReportContents): Breach[] {
  const first = new Map<string, number>();
  const breaches: Breach[] = [];
  for (const { line, match } of contents.shaped(rule.section)) {
    const value = match?.holes.get(rule.hole);
    if (value === undefined || breaches.length >= MOST_BREACHES) continue;
    const key = fold(value.text);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, line.start);
      continue;
    }
    const number = lineNumber(contents.read, { ...line, start: before });
    const message = `${code(value.text)} stands in ${code(rule.section)} already, on line ${number}`;
    breaches.push({ code: "value-twice", message, range: rangeOf(line) });
  }
  return breaches;
}

/** Broken by every word of the one section that a hole of the other one holds. */
export function neverWriteAgain(rule: RuleOf<"never-write-again">, contents: ReportContents): Breach[] {
  const values = new Set(
    contents.shaped(rule.from).flatMap(({ match }) => {
      const value = match?.holes.get(rule.hole);
      return value === undefined ? [] : [fold(value.text)];
    }),
  );
  const breaches: Breach[] = [];
  for (const line of values.size === 0 ? [] : (contents.lines(rule.section) ?? [])) {
    for (const { word, at } of wordsOf(line.text)) {
      const plain = withoutMarks(word).replace(/^["'([{]+|["')\]}.:!?]+$/g, "");
      if (breaches.length >= MOST_BREACHES || !values.has(fold(plain))) continue;
      const start = offsetIn(line, at + Math.max(0, word.indexOf(plain)));
      const message = `${code(plain)} of ${code(rule.from)} stands in ${code(rule.section)}`;
      breaches.push({ code: "repeated-value", message, range: { start, end: start + plain.length } });
    }
  }
  return breaches;
}

function* wordsOf(text: string): Generator<{ readonly word: string; readonly at: number }> {
  for (let at = 0; at < text.length; at++) {
    let end = at;
    while (isInWord(text, end)) end++;
    if (end > at) yield { word: text.slice(at, end), at };
    at = end;
  }
}
