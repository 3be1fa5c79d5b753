// Which lines of a report are headings of sections.
import { looks } from "./fold.ts";
import type { Line } from "./lines.ts";

/** A line that opens a section. */
export interface Heading {
  /** Index of the declared section; undefined for one that the report doesn't have. */
  readonly section: number | undefined;
  /** As it is written there, without marks and colon. */
  readonly name: string;
  /** True where it only looks like the declared name. */
  readonly lookalike: boolean;
}

/** The names of a report's sections, prepared for finding their headings. */
export class SectionNames {
  readonly #names: readonly string[];
  readonly #byName: ReadonlyMap<string, number>;
  readonly #byLooks: ReadonlyMap<string, number>;
  readonly #longest: number;

  constructor(sections: readonly { readonly name: string }[]) {
    this.#names = sections.map((s) => s.name);
    this.#byName = new Map(this.#names.map((name, i) => [name.toLowerCase(), i]));
    this.#longest = Math.max(0, ...this.#names.map((name) => name.length));
    this.#byLooks = new Map(this.#names.map((name, i) => [looks(name), i]));
  }

  /** The index of a section. */
  indexOf(name: string): number | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /**
   * What a line opens, if it is a heading: a section's name alone on its line, in any case, behind hashes, in bold or
   * with a colon; without any of these only as it is declared. What stands behind a bullet is none.
   */
  headingOf(line: Line): Heading | undefined {
    if (line.bulleted || line.text === "" || line.text.length > 200) return undefined;
    const { name, marked, colon } = unmarked(line.text);
    if (name === "") return undefined;
    const known = this.#byName.get(name.toLowerCase());
    if (known !== undefined && (marked || colon || name === this.#names[known]))
      return { section: known, name, lookalike: false };
    if (known !== undefined) return undefined;
    const short = name.length <= this.#longest + 2 && !/^[ -~]*$/.test(name);
    const like = short ? this.#byLooks.get(looks(name)) : undefined;
    if (like !== undefined) return { section: like, name, lookalike: true };
    const opens = isHash(line.text) || (colon && (marked || /^[A-Z][A-Z0-9 _/&()'-]*$/.test(name)));
    return opens ? { section: undefined, name, lookalike: false } : undefined;
  }

  /** The section whose heading a line would be if a text did not stand behind it: `SUMMARY: 2 machines`. */
  openedBy(line: Line): { readonly section: number; readonly behind: number } | undefined {
    const colon = line.text.indexOf(":");
    if (line.bulleted || colon < 1 || colon > 200 || colon === line.text.length - 1) return undefined;
    const section = this.#byName.get(line.text.slice(0, colon).toLowerCase());
    const exact = section !== undefined && this.#names[section] === line.text.slice(0, colon);
    return exact ? { section, behind: colon + 1 } : undefined;
  }
}

function isHash(text: string): boolean {
  return /^#{1,6} \S/.test(text);
}

/** A line without the marks of a heading or of bold around it, and without a colon at its end. */
function unmarked(text: string): {
  readonly name: string;
  readonly marked: boolean;
  readonly colon: boolean;
} {
  let name = text;
  let [marked, colon] = [false, false];
  // Marks may lie around each other and around the colon: `## **SUMMARY:**`.
  for (let round = 0; round < 4; round++) {
    const inner = /^#{1,6} (.*)$/.exec(name)?.[1]?.replace(/ #{1,6}$/, "") ?? boldIn(name);
    const ended = name.endsWith(":") ? name.slice(0, -1) : undefined;
    if (inner !== undefined) marked = true;
    else if (ended !== undefined) colon = true;
    else break;
    name = (inner ?? ended ?? name).trim();
  }
  return { name, marked, colon };
}

function boldIn(text: string): string | undefined {
  const mark = ["***", "**", "__"].find((m) => text.startsWith(m) && text.endsWith(m));
  return mark === undefined || text.length <= 2 * mark.length
    ? undefined
    : text.slice(mark.length, -mark.length);
}
