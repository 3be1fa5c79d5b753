// The layout of a report: its title, and its sections in their order, each once, each with something in it.
import type { Finding, Range, Section } from "../../policy/types.ts";
import { code, series } from "../words.ts";
import type { Collector } from "./collect.ts";
import type { Line } from "./lines.ts";
import { openHole } from "./open-holes.ts";
import { fits, type PreparedReport } from "./prepared.ts";
import type { ReadReport, ReadSection } from "./read.ts";

/**
 * Looks at the layout. False where nothing else can be said: the text is empty, or has none of the sections.
 */
export function checkLayout(read: ReadReport, prepared: PreparedReport, found: Collector): boolean {
  const { report } = prepared;
  const names = report.sections.map((s) => s.name);
  const whole = { start: 0, end: 0 };
  if (read.lines.every((l) => l.text === "" && !l.tooLong)) {
    found.add({
      code: "empty-report",
      message: "the report is empty",
      range: whole,
      ...expects(names),
      ...because(report),
    });
    return false;
  }
  if (
    !read.sections.some((s) => s.heading.section !== undefined) &&
    report.sections.some((s) => s.required)
  ) {
    const message = `none of the sections of ${code(report.name)} stands here`;
    const line = read.lines.find((l) => l.text !== "" || l.tooLong);
    const range = line === undefined ? whole : rangeOf(line);
    found.add({ code: "no-sections", message, range, ...expects(names), ...because(report) });
    return false;
  }
  const opened = openedLines(read, prepared);
  checkFront(read, new Set(opened.values()), prepared, found);
  checkPresence(read, opened, prepared, found);
  checkOrder(read, prepared, found);
  for (const { heading, line } of read.sections) {
    if (heading.section !== undefined) continue;
    const message = `${code(report.name)} has no section ${code(heading.name)}`;
    found.add({
      code: "unknown-section",
      message,
      range: rangeOf(line),
      ...expects(names),
      ...because(report),
    });
  }
  return true;
}

/** The title, and that nothing else stands in front of the first section. */
function checkFront(
  { front: all, sections }: ReadReport,
  opened: ReadonlySet<Line>,
  prepared: PreparedReport,
  found: Collector,
): void {
  const { title, report } = prepared;
  const front = all.filter((l) => !opened.has(l));
  const titled =
    title === undefined ? undefined : front.find((l) => fits(titleText(l), title.shapes) !== undefined);
  const first = titled ?? front[0];
  const stray = title === undefined ? front : front.filter((l) => l !== first);
  if (title !== undefined && titled === undefined) {
    const { section } = title;
    const why = { expected: section.lines.map((s) => s.text).join(" or "), ...because(section) };
    if (first === undefined && section.required) {
      const at = sections[0]?.line.start ?? 0;
      const message = `the line ${code(section.name)} is missing in front of the first section`;
      found.add({ code: "missing-title", message, range: { start: at, end: at }, ...why });
    } else if (first !== undefined && openHole(first, prepared) === undefined) {
      const message = `the first line is not of the shape ${code(section.name)}`;
      found.add({ code: "wrong-title", message, range: rangeOf(first), ...why });
    }
  }
  const [line] = stray;
  if (line === undefined) return;
  const last = stray[stray.length - 1] ?? line;
  const count = stray.length === 1 ? "this line belongs" : `these ${stray.length} lines belong`;
  const message = `${count} to no section`;
  found.add({ code: "stray-line", message, range: { start: line.start, end: last.end }, ...because(report) });
}

/** A title may be a heading, or bold. */
function titleText({ text }: Line): string {
  return text.replace(/^#{1,6} /, "").replace(/^(\*\*|__)(.+)\1$/, "$2");
}

/** By the index of a required section that is missing, the first line that would be its heading without what stands behind it. */
function openedLines(read: ReadReport, { report }: PreparedReport): ReadonlyMap<number, Line> {
  const stand = bySection(read);
  const opened = new Map<number, Line>();
  for (const line of stand.size < report.sections.length ? read.lines : []) {
    const index = read.names.openedBy(line)?.section;
    if (index === undefined || stand.has(index) || opened.has(index)) continue;
    if (report.sections[index]?.required === true) opened.set(index, line);
  }
  return opened;
}

function checkPresence(
  read: ReadReport,
  opened: ReadonlyMap<number, Line>,
  { report }: PreparedReport,
  found: Collector,
): void {
  const stand = bySection(read);
  for (const [index, section] of report.sections.entries()) {
    const own = stand.get(index) ?? [];
    const [first, ...twins] = own;
    if (first === undefined) {
      if (!section.required) continue;
      const like = opened.get(index);
      const at = placeOf(index, read);
      const range = like === undefined ? { start: at, end: at } : rangeOf(like);
      const alone = like === undefined ? "" : `: ${code(`${section.name}:`)} has to stand alone on its line`;
      const message = `section ${code(section.name)} is missing${alone}`;
      found.add({
        code: "missing-section",
        message,
        range,
        expected: `${section.name}:`,
        ...because(section),
      });
      continue;
    }
    const line = lineNumber(read, first.line);
    for (const twin of twins.slice(0, 20)) {
      const message = `section ${code(section.name)} stands here again, after line ${line}`;
      found.add({ code: "section-twice", message, range: rangeOf(twin.line), ...because(section) });
    }
    if (!section.required || own.some((s) => s.lines.length > 0)) continue;
    const message = `nothing stands in section ${code(section.name)}`;
    found.add({
      code: "empty-section",
      message,
      range: rangeOf(first.line),
      ...shapesOf(section),
      ...because(section),
    });
  }
}

/** The sections of a text by the index of the declared one. */
function bySection({ sections }: ReadReport): Map<number, ReadSection[]> {
  const groups = new Map<number, ReadSection[]>();
  for (const section of sections) {
    const { section: index } = section.heading;
    if (index === undefined) continue;
    const group = groups.get(index);
    if (group === undefined) groups.set(index, [section]);
    else group.push(section);
  }
  return groups;
}

/** Where a missing section would stand: behind the last one that comes before it. */
function placeOf(index: number, read: ReadReport): number {
  const before = read.sections.filter((s) => s.heading.section !== undefined && s.heading.section < index);
  const last = before[before.length - 1];
  return last === undefined ? (read.sections[0]?.line.start ?? 0) : endOf(last);
}

function endOf({ line, lines }: ReadSection): number {
  return lines[lines.length - 1]?.end ?? line.end;
}

/** As few sections as can be are said to be out of order: those outside a longest row of sections that is in order. */
function checkOrder(read: ReadReport, { report }: PreparedReport, found: Collector): void {
  const seen = new Set<number>();
  const firsts = read.sections.flatMap((s) => {
    const { section } = s.heading;
    if (section === undefined || seen.has(section)) return [];
    seen.add(section);
    return [{ section, line: s.line }];
  });
  const inOrder = longestRising(firsts.map((f) => f.section));
  for (const [at, { section, line }] of firsts.entries()) {
    if (inOrder.has(at)) continue;
    const own = report.sections[section];
    const neighbour = firsts.filter((f, i) => inOrder.has(i) && f.section < section).pop();
    const next = firsts.find((f, i) => inOrder.has(i) && f.section > section);
    const name = (index: number | undefined): string => code(report.sections[index ?? 0]?.name ?? "");
    const place =
      neighbour === undefined ? `before ${name(next?.section)}` : `behind ${name(neighbour.section)}`;
    const message = `section ${code(own?.name ?? "")} is out of order, expected ${place}`;
    const names = report.sections.filter((_, i) => seen.has(i)).map((s) => s.name);
    found.add({
      code: "section-order",
      message,
      range: rangeOf(line),
      expected: names.join(", "),
      ...because(own ?? report),
    });
  }
}

/** The positions of a longest rising row of numbers. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const length: number[] = [];
  const before: number[] = [];
  for (const [i, number] of numbers.entries()) {
    length[i] = 1;
    before[i] = -1;
    for (let j = 0; j < i; j++) {
      if ((numbers[j] ?? 0) < number && (length[j] ?? 0) + 1 > (length[i] ?? 0)) {
        length[i] = (length[j] ?? 0) + 1;
        before[i] = j;
      }
    }
  }
  const rising = new Set<number>();
  for (let at = length.indexOf(Math.max(...length)); at >= 0; at = before[at] ?? -1) rising.add(at);
  return rising;
}

/** The number of a line, from 1. */
export function lineNumber({ lines }: ReadReport, line: Line): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) < line.start) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** A line from its first character that isn't blank to its last one. */
export function rangeOf(line: Line): Range {
  const front = line.raw.length - line.raw.trimStart().length;
  const end = line.start + line.raw.trimEnd().length;
  return { start: Math.min(line.start + front, end), end };
}

/** Why a part of the layout is as it is, since when, and where that is said. */
export function because(
  part: Pick<Section, "because" | "date" | "source">,
): Pick<Finding, "because" | "date" | "source"> {
  return {
    ...(part.because === undefined ? {} : { because: part.because }),
    ...(part.date === undefined ? {} : { date: part.date }),
    source: part.source,
  };
}

/** The shapes that lines of a section may have. */
export function shapesOf({ lines }: Section): { expected?: string } {
  return lines.length === 0
    ? {}
    : {
        expected: series(
          lines.map((l) => code(l.text)),
          "or",
        ),
      };
}

function expects(names: readonly string[]): { expected: string } {
  return { expected: names.map((n) => `${n}:`).join(" ") };
}
