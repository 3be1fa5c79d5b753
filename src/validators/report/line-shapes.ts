// Whether the lines of a section have one of its shapes, and no hole of the skeleton is left open in them.
import type { Section } from "../../policy/types.ts";
import { code } from "../words.ts";
import type { Collector } from "./collect.ts";
import { latin } from "./fold.ts";
import { because, rangeOf, shapesOf } from "./layout.ts";
import { type Line, offsetIn } from "./lines.ts";
import { mended } from "./mend.ts";
import { openHole } from "./open-holes.ts";
import { fits, type PreparedSection } from "./prepared.ts";
import type { ReportContents } from "./view.ts";

/** Holds every line against the shapes of its section; `governed` are sections whose lines a list gives. */
export function checkLines(contents: ReportContents, governed: ReadonlySet<string>, found: Collector): void {
  const { read, prepared } = contents;
  const unfilled = new Set<Line>();
  for (const line of read.lines) {
    const hole = openHole(line, prepared);
    if (hole === undefined) continue;
    unfilled.add(line);
    const start = offsetIn(line, hole.at);
    const message = `the hole ${code(hole.text)} is not filled in`;
    found.add({ code: "unfilled", message, range: { start, end: start + hole.text.length } });
  }
  const done = new Set<string>();
  for (const own of prepared.prepared) {
    const { section, shapes } = own;
    if (shapes.length === 0 || governed.has(section.name) || done.has(section.name)) continue;
    done.add(section.name);
    for (const { line, fits: well, meant } of contents.shaped(section.name)) {
      if (well || line.tooLong || unfilled.has(line) || opensMissing(line, contents)) continue;
      addWrong(line, meant, own, contents, found);
    }
  }
}

/** Whether a line is the heading of a required section that is missing, with something behind it: that is said on its own. */
function opensMissing(line: Line, { read, prepared }: ReportContents): boolean {
  const opened = read.names.openedBy(line);
  if (opened === undefined || prepared.sections[opened.section]?.required !== true) return false;
  return !read.sections.some((s) => s.heading.section === opened.section);
}

function addWrong(
  line: Line,
  meant: string,
  own: PreparedSection,
  contents: ReportContents,
  found: Collector,
): void {
  if (found.counts()) return;
  const { section } = own;
  const shown = line.text.length > 120 ? `${line.text.slice(0, 120)}…` : line.text;
  const common = { range: rangeOf(line), ...shapesOf(section), ...because(section) };
  const lines = meant === line.text ? mended(line.text, own, contents.prepared) : [meant];
  if (lines === undefined && isLookalike(line, own)) {
    const message = `${code(shown)} has a shape of ${code(section.name)} but for letters of another alphabet`;
    found.add({ code: "lookalike", message, ...common });
    return;
  }
  const instead = lines === undefined ? {} : { instead: lines.join("\n") };
  found.add({ code: "line-shape", message: messageFor(shown, section), ...common, ...instead });
}

function messageFor(shown: string, { name, lines }: Section): string {
  return `${code(shown)} has ${lines.length === 1 ? "not the shape" : "none of the shapes"} of ${code(name)}`;
}

/** Whether a line would fit if its letters were those that they look like. */
function isLookalike({ text }: Line, { shapes }: PreparedSection): boolean {
  const plain = latin(text);
  return plain !== undefined && fits(plain, shapes) !== undefined;
}
