// A report's text taken apart: what stands in front of the first section, and the sections with their lines.
import type { Matcher } from "../../pattern/shape/match.ts";
import { type Fences, fencesOf } from "./fences.ts";
import { type Heading, SectionNames } from "./headings.ts";
import { type Line, linesOf, withoutMarks } from "./lines.ts";

/** A section as it stands in a text. */
export interface ReadSection {
  readonly heading: Heading;
  /** The heading's line. */
  readonly line: Line;
  /** What stands below it: neither blank lines nor rules nor the marks of fences. */
  readonly lines: readonly Line[];
}

export interface ReadReport {
  readonly text: string;
  readonly lines: readonly Line[];
  /** The written lines in front of the first section. */
  readonly front: readonly Line[];
  /** In the order of the text, undeclared ones among them. */
  readonly sections: readonly ReadSection[];
  readonly fences: Fences;
  /** Whether sections were found only inside fences, and so all fences were looked through. */
  readonly throughFences: boolean;
  readonly names: SectionNames;
}

/** What reading a report needs to know of it. */
export interface ReportForm {
  readonly sections: readonly { readonly name: string }[];
  /** The shapes of a section's lines but for those that let every line pass. */
  readonly shapes: (section: number) => readonly Matcher[];
}

/** Reads a text by the sections of a report. */
export function readReport(text: string, form: ReportForm): ReadReport {
  const lines = linesOf(text);
  const fences = fencesOf(lines);
  const names = new SectionNames(form.sections);
  const common = { text, lines, fences, names };
  const outside = split(lines, fences, names, form, false);
  if (outside.sections.some((s) => s.heading.section !== undefined) || fences.inside.size === 0)
    return { ...common, ...outside, throughFences: false };
  const all = split(lines, fences, names, form, true);
  const found = all.sections.some((s) => s.heading.section !== undefined);
  return { ...common, ...(found ? all : outside), throughFences: found };
}

function split(
  lines: readonly Line[],
  fences: Fences,
  names: SectionNames,
  form: ReportForm,
  through: boolean,
): Pick<ReadReport, "front" | "sections"> {
  const front: Line[] = [];
  const sections: { heading: Heading; line: Line; lines: Line[] }[] = [];
  for (const [i, line] of lines.entries()) {
    const current = sections[sections.length - 1];
    if (fences.marks.has(i)) continue;
    const free = through || !fences.inside.has(i);
    const heading = free ? names.headingOf(line) : undefined;
    if (heading !== undefined && opens(heading, line, current?.heading, form)) {
      sections.push({ heading, line, lines: [] });
      continue;
    }
    if (!isContent(line)) continue;
    (current?.lines ?? front).push(line);
  }
  return { front, sections };
}

/** What reads like a heading that the report doesn't have may be a line of the section that it stands in. */
function opens(heading: Heading, line: Line, current: Heading | undefined, form: ReportForm): boolean {
  if (heading.section !== undefined) return true;
  if (current === undefined) return false;
  const shapes = current.section === undefined ? [] : form.shapes(current.section);
  const plain = withoutMarks(line.text);
  return !shapes.some((shape) => shape.whole(line.text) !== undefined || shape.whole(plain) !== undefined);
}

/** Whether something is written on a line: neither a blank one nor a rule. */
function isContent(line: Line): boolean {
  return line.tooLong || (line.text !== "" && !/^(?:[-=_*] ?){3,}$/.test(line.text));
}
