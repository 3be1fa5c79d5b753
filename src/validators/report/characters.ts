// What can't be seen in a report, or is spelled with other letters than it seems; and fences that nothing closes.
import { hasHidden, hiddenIn, nameOfCharacter } from "../../pattern/hidden.ts";
import { code } from "../words.ts";
import type { Collector } from "./collect.ts";
import { because, rangeOf } from "./layout.ts";
import type { PreparedReport } from "./prepared.ts";
import type { ReadReport } from "./read.ts";

/** After so many lines with hidden characters no further ones are looked for. */
const MOST_LINES = 20;

/** Looks at the characters of a report. */
export function checkCharacters(read: ReadReport, prepared: PreparedReport, found: Collector): void {
  let lines = 0;
  for (const line of read.lines) {
    if (line.tooLong) {
      const message = `this line has ${line.raw.length} characters and is not looked into`;
      found.add({ code: "line-too-long", message, range: { start: line.start, end: line.start + 1 } });
      continue;
    }
    if (lines >= MOST_LINES || !hasHidden(line.raw)) continue;
    const [first] = hiddenIn(line.raw);
    if (first === undefined) continue;
    lines++;
    const start = line.start + first.at;
    const message = `the hidden character ${nameOfCharacter(line.raw, first.at)} stands here`;
    found.add({ code: "hidden-character", message, range: { start, end: start + first.length } });
  }
  for (const index of read.fences.unclosed.slice(0, MOST_LINES)) {
    const line = read.lines[index];
    if (line === undefined) continue;
    const message = "nothing closes this fence: what stands behind it is read as if there were none";
    found.add({ code: "unclosed-fence", message, range: rangeOf(line) });
  }
  for (const { heading, line } of read.sections) {
    const section = heading.section === undefined ? undefined : prepared.sections[heading.section];
    if (section === undefined || !heading.lookalike) continue;
    const message = `${code(heading.name)} looks like ${code(section.name)} and is spelled with other characters`;
    found.add({
      code: "lookalike",
      message,
      range: rangeOf(line),
      expected: `${section.name}:`,
      ...because(section),
    });
  }
}
