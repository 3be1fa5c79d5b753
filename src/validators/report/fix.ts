// Mends a report as far as that is sure: sections in order, headings and lines as they are spelled. It adds no line and
// drops none; what is missing is left to whoever knows it.
import { hasHidden, hiddenIn } from "../../pattern/hidden.ts";
import type { Verdict } from "../../policy/types.ts";
import { arranged } from "./arrange.ts";
import { latin } from "./fold.ts";
import { type Line, MAX_REPORT, separates } from "./lines.ts";
import { mended } from "./mend.ts";
import { fits, type PreparedReport, type PreparedSection } from "./prepared.ts";
import { type ReadReport, readReport } from "./read.ts";

/** A mended report, and what the checker says of it. */
export interface FixedReport {
  readonly text: string;
  readonly verdict: Verdict;
}

/** One mending may make way for another one; more rounds than this change nothing any more. */
const ROUNDS = 4;
/** A text with more lines of the wrong shape is something else than a report: its lines are left as they are. */
const MOST_WRONG = 2_000;

/** Mends a text until nothing changes, and checks the result. A result whose layout is worse than the text's is dropped. */
export function fixReport(
  text: string,
  prepared: PreparedReport,
  check: (text: string) => Verdict,
): FixedReport {
  const before = check(text);
  if (text.length > MAX_REPORT) return { text, verdict: before };
  let current = text;
  for (let round = 0; round < ROUNDS; round++) {
    const next = mendOnce(current, prepared);
    if (next === current) break;
    current = next;
  }
  if (current === text) return { text, verdict: before };
  const verdict = check(current);
  return ofLayout(verdict) > ofLayout(before) ? { text, verdict: before } : { text: current, verdict };
}

/** How many findings no rule has made. A section that is found again is open to the rules about it. */
function ofLayout({ findings }: Verdict): number {
  return findings.filter((f) => f.rule === undefined).length;
}

function mendOnce(text: string, prepared: PreparedReport): string {
  const read = readReport(text, prepared);
  const lines = mendedLines(read, prepared);
  const current = lines ?? text;
  return arranged(lines === undefined ? read : readReport(current, prepared)) ?? current;
}

/** The text with its headings and lines mended; undefined where all are well. */
function mendedLines(read: ReadReport, prepared: PreparedReport): string | undefined {
  const edits = new Map(read.lines.flatMap((line) => withoutHidden(line)));
  const opened = openedSections(read, prepared);
  for (const { heading, line } of read.sections) {
    const name = heading.section === undefined ? undefined : prepared.sections[heading.section]?.name;
    if (name !== undefined && heading.lookalike) edits.set(line.start, put(line, `${name}:`));
  }
  const wrong = wrongLines(read, prepared).filter(({ line }) => !opened.has(line.start));
  for (const { line, own } of wrong.length > MOST_WRONG ? [] : wrong) {
    const better = mended(line.text, own, prepared) ?? spelled(line.text, own);
    if (better === undefined) continue;
    const front = frontOf(line);
    edits.set(line.start, better.map((b) => front + b).join(line.ending || "\n"));
  }
  for (const [start, text] of opened) edits.set(start, text);
  if (edits.size === 0) return undefined;
  const mark = read.text.startsWith("\ufeff") ? "\ufeff" : "";
  return mark + read.lines.map((l) => (edits.get(l.start) ?? l.raw) + l.ending).join("");
}

/** The lines that have none of the shapes of their section. */
function wrongLines(read: ReadReport, prepared: PreparedReport): { line: Line; own: PreparedSection }[] {
  return read.sections.flatMap(({ heading, lines }) => {
    const own = heading.section === undefined ? undefined : prepared.prepared[heading.section];
    if (own === undefined || own.shapes.length === 0) return [];
    const wrong = lines.filter((line) => !line.tooLong && fits(line.text, own.shapes) === undefined);
    return wrong.map((line) => ({ line, own }));
  });
}

/** A line whose letters only look like those of a shape. */
function spelled(text: string, { shapes }: PreparedSection): readonly string[] | undefined {
  const plain = latin(text);
  return plain === undefined || fits(plain, shapes) === undefined ? undefined : [plain];
}

/** Lines such as `SUMMARY: 2 machines`, where the section is missing and only one line can be meant: two lines each. */
function openedSections(read: ReadReport, prepared: PreparedReport): ReadonlyMap<number, string> {
  const stand = new Set(read.sections.map((s) => s.heading.section));
  const found = new Map<number, Line[]>();
  for (const [i, line] of read.lines.entries()) {
    const opened = read.fences.inside.has(i) && !read.throughFences ? undefined : read.names.openedBy(line);
    if (opened === undefined || stand.has(opened.section)) continue;
    found.set(opened.section, [...(found.get(opened.section) ?? []).slice(0, 2), line]);
  }
  const texts = new Map<number, string>();
  for (const [section, [line, ...more]] of found) {
    const name = prepared.sections[section]?.name;
    if (line === undefined || more.length > 0 || name === undefined) continue;
    const behind = line.text.slice(name.length + 1).trim();
    texts.set(line.start, [`${frontOf(line)}${name}:`, behind].join(line.ending || "\n"));
  }
  return texts;
}

/** A line that hides something, by where it starts: without what it hides. */
function withoutHidden({ start, raw, tooLong }: Line): [number, string][] {
  if (tooLong || !hasHidden(raw)) return [];
  const parts: string[] = [];
  let from = 0;
  for (const { at, length } of hiddenIn(raw)) {
    parts.push(raw.slice(from, at), separates(raw[at] ?? "") ? " " : "");
    from = at + length;
  }
  return parts.length === 0 ? [] : [[start, parts.join("") + raw.slice(from)]];
}

/** What stands in front of a line's text: indentation, quote marks and a bullet. */
function frontOf({ raw }: Line): string {
  return /^[ \t]*(?:> ?){0,8}(?:[-*+•◦▪‣][ \t]+)?/.exec(raw)?.[0] ?? "";
}

function put(line: Line, text: string): string {
  return frontOf(line) + text;
}
