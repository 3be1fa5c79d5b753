// What rules see of a report: the lines of its sections, what their holes hold, and the commands in them.
import { type ReportedSubject, type ReportView, valuesOf } from "../../pattern/condition.ts";
import type { Matcher, ShapeMatch } from "../../pattern/shape/match.ts";
import { all, any, type Truth } from "../../pattern/truth.ts";
import type { CommandPattern, Join, Shape } from "../../policy/types.ts";
import type { PolicyIndex } from "../policy-index.ts";
import { commandsIn, type ReportedCommands } from "./commands.ts";
import { type FoldedLines, foldLines } from "./folded-lines.ts";
import { type Line, withoutMarks } from "./lines.ts";
import { mended } from "./mend.ts";
import { fits, type PreparedReport, type PreparedSection } from "./prepared.ts";
import type { ReadReport } from "./read.ts";

/** A line of a section. */
export interface ShapedLine {
  readonly line: Line;
  /** Whether it has one of the section's shapes as it is written. */
  readonly fits: boolean;
  /** What it reads like: its text, or the mended one where its shape is wrong, which is said on its own. */
  readonly meant: string;
  /** What stands in its holes. */
  readonly match: ShapeMatch | undefined;
}

/** So many lines of a report are read as they were meant; whoever writes more wrong ones is told so for each. */
const MOST_MENDED = 200;

export class ReportContents implements ReportView {
  readonly read: ReadReport;
  readonly prepared: PreparedReport;
  readonly #index: PolicyIndex;
  readonly #lines = new Map<number, Line[]>();
  readonly #shaped = new Map<string, readonly ShapedLine[]>();
  readonly #commands = new Map<string, ReportedCommands>();
  readonly #folded = new Map<string | undefined, FoldedLines>();
  readonly #standing = new Map<string, boolean>();
  #mended = 0;

  constructor(read: ReadReport, prepared: PreparedReport, index: PolicyIndex) {
    this.read = read;
    this.prepared = prepared;
    this.#index = index;
    for (const { heading, lines } of read.sections) {
      if (heading.section === undefined) continue;
      const own = this.#lines.get(heading.section) ?? [];
      for (const line of lines) own.push(line);
      this.#lines.set(heading.section, own);
    }
  }

  /** The lines of a section, wherever it stands; undefined where it doesn't. */
  lines(section: string): readonly Line[] | undefined {
    return this.#lines.get(this.read.names.indexOf(section) ?? -1);
  }

  /** Every line of the report on which something is written. */
  written(): readonly Line[] {
    return this.read.lines.filter((l) => l.text !== "");
  }

  /** The lines of a section, or of the whole report, as one folded text, so that a line's end inside a text hides nothing. */
  folded(section: string | undefined): FoldedLines {
    const known = this.#folded.get(section) ?? foldLines(this.#linesIn(section));
    this.#folded.set(section, known);
    return known;
  }

  #linesIn(section: string | undefined): readonly Line[] {
    return section === undefined ? this.written() : (this.lines(section) ?? []);
  }

  /** The lines of a section with what their holes hold. */
  shaped(section: string): readonly ShapedLine[] {
    const known = this.#shaped.get(section);
    if (known !== undefined) return known;
    const own = this.prepared.prepared[this.read.names.indexOf(section) ?? -1];
    const shaped = (this.lines(section) ?? []).map((line) => this.#shape(line, own));
    this.#shaped.set(section, shaped);
    return shaped;
  }

  /** The texts of a section's lines as they were meant; of the whole report where none is named. */
  texts(section: string | undefined): readonly string[] {
    return section === undefined
      ? this.written().map((l) => l.text)
      : this.shaped(section).map((l) => l.meant);
  }

  #shape(line: Line, own: PreparedSection | undefined): ShapedLine {
    const shapes = own?.shapes ?? [];
    const match = fits(line.text, shapes);
    if (match !== undefined || own === undefined || shapes.length === 0 || this.#mended >= MOST_MENDED)
      return { line, fits: match !== undefined, meant: line.text, match };
    this.#mended++;
    const [text, ...more] = mended(line.text, own, this.prepared) ?? [];
    if (text === undefined || more.length > 0) return { line, fits: false, meant: line.text, match };
    return { line, fits: false, meant: text, match: fits(text, shapes) };
  }

  /** The commands of a section that fit a pattern. */
  commands(section: string, patterns: readonly CommandPattern[]): ReportedCommands {
    const key = `${section}\n${patterns.map((p) => p.text).join("\n")}`;
    const known = this.#commands.get(key) ?? commandsIn(this.lines(section) ?? [], patterns, this.#index);
    this.#commands.set(key, known);
    return known;
  }

  /** Whether a text stands in a section; anywhere where none is named. */
  has(text: Shape, section: string | undefined): boolean {
    const key = `${section ?? ""}\n${text.text}`;
    const known = this.#standing.get(key);
    if (known !== undefined) return known;
    const matcher = this.prepared.matcher(text);
    const has = this.texts(section).some((line) => matchIn(line, matcher) !== undefined);
    this.#standing.set(key, has);
    return has;
  }

  stands(texts: readonly Shape[], join: Join, section: string): Truth {
    const truths = texts.map((text): Truth => this.has(text, section));
    return join === "and" ? all(truths) : any(truths);
  }

  values({ name, commands, section }: ReportedSubject): readonly { readonly text: string | undefined }[] {
    const { found, unreadable } = this.commands(section, commands);
    const values = found.flatMap((c) => valuesOf(name, c.args));
    const unsure = found.some((c) => c.fits !== true) || (found.length === 0 && unreadable !== undefined);
    return unsure ? [...values, { text: undefined }] : values;
  }

  used({ name, commands, section }: ReportedSubject): Truth {
    const { found, unreadable } = this.commands(section, commands);
    if (found.length === 0) return unreadable === undefined ? false : "unknown";
    return any(found.map((c): Truth => all([c.fits, usedIn(name, c)])));
  }
}

function usedIn(name: string, { args }: ReportedCommands["found"][number]): Truth {
  if (name.startsWith("<")) return valuesOf(name, args).length > 0;
  return args.occurrences.some((o) => o.name === name && o.off !== true);
}

/** A shape somewhere in a line, with or without the marks of Markdown in it. */
export function matchIn(line: string, matcher: Matcher): ShapeMatch | undefined {
  const match = matcher.find(line);
  if (match !== undefined) return match;
  const plain = withoutMarks(line);
  return plain === line ? undefined : matcher.find(plain);
}
