// The table of a report: its title, its sections and the shapes of their lines.
import type { Section } from "../../policy/types.ts";
import type { Cell, Definition } from "../1-read/document.ts";
import {
  duplicateDefinition,
  notAToken,
  unknownColumn,
  unknownValue,
  unreadableShape,
} from "../messages/generated.ts";
import { didYouMean, oneOf } from "../messages/near.ts";
import { keyOf, nameOf } from "./linked-report.ts";
import type { Linker } from "./linker.ts";
import { linkShape, linkShapes } from "./shapes.ts";

const COLUMNS = ["section", "lines", "required", "because"];

export interface ReportRows {
  readonly title: Section | undefined;
  readonly sections: readonly Section[];
}

type Surroundings = Pick<Linker, "lists" | "report">;

/** The rows of a definition. A row that can't be read is reported and left out. */
export function readRows(definition: Definition, linker: Surroundings): ReportRows {
  const { table } = definition;
  if (table === undefined) return { title: undefined, sections: [] };
  const columns = columnsOf(table.header, linker);
  let title: Section | undefined;
  const sections: Section[] = [];
  const names = new Map<string, Section>();
  for (const row of table.rows) {
    const cell = (name: string): Cell | undefined => row[columns.indexOf(name)];
    const section = readRow(cell, definition, linker);
    if (section === undefined) continue;
    const first = names.get(keyOf(section.name));
    if (first !== undefined) {
      const related = [{ message: "the first row", source: first.source }];
      linker.report(
        duplicateDefinition(section.source, { kind: "section", name: section.name }, { related }),
      );
      continue;
    }
    names.set(keyOf(section.name), section);
    if (!isTitle(section)) sections.push(section);
    else if (row === table.rows[0]) title = section;
    else {
      const reason = "only the first row may have a hole for its section, as the line that opens the report";
      linker.report(unreadableShape(section.source, { shape: section.name, reason }));
    }
  }
  return { title, sections };
}

/** Whether the row stands for the report's first line: its name has a hole. */
function isTitle(section: Section): boolean {
  return section.name.includes("<");
}

/** The columns by their headings; undefined for one that isn't known, or stands there twice, which is reported. */
function columnsOf(header: readonly Cell[], linker: Surroundings): readonly (string | undefined)[] {
  const expected = oneOf(COLUMNS.map((c) => `\`${c}\``));
  const found = new Set<string>();
  let sound = true;
  const columns = header.map(({ text, source }) => {
    const name = text.toLowerCase();
    if (COLUMNS.includes(name) && !found.has(name)) {
      found.add(name);
      return name;
    }
    sound = false;
    if (found.has(name)) linker.report(duplicateDefinition(source, { kind: "column", name }));
    else
      linker.report(unknownColumn(source, { column: text, expected }, { hint: didYouMean(name, COLUMNS) }));
    return undefined;
  });
  const [first] = header;
  if (sound && first !== undefined && !found.has("section"))
    linker.report(
      unknownColumn(first.source, { column: first.text, expected: "`section` to be one of them" }),
    );
  return columns;
}

function readRow(
  cell: (name: string) => Cell | undefined,
  definition: Definition,
  linker: Surroundings,
): Section | undefined {
  const first = cell("section");
  const [token, ...more] = first?.tokens ?? [];
  if (first === undefined) return undefined;
  if (token?.type !== "code" || more.length > 0 || nameOf(token.text) === "") {
    const found = first.text === "" ? "empty cell" : `“${first.text}”`;
    linker.report(notAToken(first.source, { found, expected: "one section in backticks" }));
    return undefined;
  }
  const name = nameOf(token.text);
  const title = name.includes("<") ? linkShape(token, linker) : undefined;
  if (name.includes("<") && title === undefined) return undefined;
  const below = cell("lines");
  if (title !== undefined && below !== undefined && below.text !== "") {
    const reason = "the line that opens the report is its section; no lines stand below it";
    linker.report(unreadableShape(below.source, { shape: below.text.replaceAll("`", ""), reason }));
  }
  const lines = title === undefined ? readLines(below, linker) : [title];
  const because = cell("because")?.text || definition.labels.find((l) => l.name === "Because")?.text;
  return {
    name,
    lines: lines ?? [],
    required: readRequired(cell("required"), linker),
    ...(because === undefined || because === "" ? {} : { because }),
    ...(definition.entry === undefined ? {} : { date: definition.entry.date }),
    source: token.source,
  };
}

/** Shapes joined by "or" or by commas; an empty cell lets every line pass. */
function readLines(cell: Cell | undefined, linker: Surroundings): Section["lines"] | undefined {
  const tokens = cell?.tokens ?? [];
  const shapes = tokens.filter((t) => t.type === "code");
  const strange = tokens.find((t) => t.type !== "code" && ![",", "or"].includes(t.text));
  if (cell !== undefined && strange !== undefined) {
    const expected = "shapes of lines in backticks, joined by “or”";
    linker.report(notAToken(cell.source, { found: `“${cell.text}”`, expected }));
    return undefined;
  }
  return linkShapes(shapes, linker);
}

function readRequired(cell: Cell | undefined, linker: Surroundings): boolean {
  const text = cell?.text.toLowerCase() ?? "yes";
  if (cell !== undefined && text !== "yes" && text !== "no") {
    const found = cell.text === "" ? "nothing" : cell.text;
    linker.report(unknownValue(cell.source, { found, column: "required", expected: "`yes` or `no`" }));
  }
  return text !== "no";
}
