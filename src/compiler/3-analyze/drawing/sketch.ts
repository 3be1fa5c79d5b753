// Reads flows and trees that are drawn with characters: arrows between names on a line, down to the next line, and along
// branches. A drawing in which some line could mean two things is not read at all.
import type { Drawn, PartNames } from "./drawn.ts";
import { readSketchLine, type SketchLine } from "./sketch-line.ts";

/** How many lines are read. */
const MOST_LINES = 1_000;

/** A line of names, where it stands, and the nodes at its ends. */
interface Row {
  readonly line: SketchLine;
  readonly first: readonly string[];
  readonly last: readonly string[];
}

/** What a drawing says; undefined where it can't be read with confidence. */
export function readSketch(text: string, names: PartNames): Drawn | undefined {
  const lines = text.split("\n");
  if (lines.length > MOST_LINES) return undefined;
  const sketch = new Sketch(names);
  for (const line of lines) if (!sketch.line(line)) return undefined;
  return sketch.drawn();
}

class Sketch {
  readonly #names: PartNames;
  readonly #nodes = new Map<string, { readonly words: readonly string[]; readonly note: boolean }>();
  readonly #arrows: [string, string][] = [];
  readonly #rows: Row[] = [];
  /** The column of an arrow down that leads to the next line. */
  #down: number | undefined;
  #headed = false;
  #notes = 0;

  constructor(names: PartNames) {
    this.#names = names;
  }

  /** Reads a line; false where it may mean several things. */
  line(text: string): boolean {
    const line = readSketchLine(text, this.#names);
    if (line === undefined) return false;
    if (line.kind === "blank") return true;
    if (line.kind === "down") {
      this.#headed ||= line.headed;
      if (this.#rows.length === 0) return false;
      this.#down = line.column;
      return true;
    }
    if (line.kind === "joined") return this.#joined(line.names);
    const [first, ...more] = line.steps.map((step) => step.map((node) => this.#node(node)));
    if (first === undefined) return false;
    let last = first;
    for (const next of more) {
      this.#link(last, next);
      last = next;
    }
    this.#headed ||= more.length > 0 || line.pointed;
    const above = this.#above(line);
    if (above === "unclear") return false;
    if (above !== undefined) this.#link(above.last, first);
    this.#down = undefined;
    this.#rows.push({ line, first, last });
    return true;
  }

  drawn(): Drawn | undefined {
    if (this.#down !== undefined) return undefined;
    const named = [...this.#nodes.values()].filter((n) => !n.note);
    const parts = named.filter((n) => n.words.some((w) => this.#names.of(w) !== undefined));
    // Where most names mean something else the drawing is of something else.
    if (parts.length < 2 || parts.length * 2 < named.length) return undefined;
    return { nodes: this.#nodes, arrows: this.#arrows, lines: [], headed: this.#headed };
  }

  /** "(a, b, c)" below a note: what the note waits for. */
  #joined(names: readonly string[]): boolean {
    const row = this.#rows[this.#rows.length - 1];
    const [only, ...more] = row?.last ?? [];
    if (only === undefined || more.length > 0 || this.#down !== undefined) return false;
    if (this.#nodes.get(only)?.note !== true) return false;
    this.#link(
      names.map((name) => this.#node({ words: name, note: false, waits: [] })),
      [only],
    );
    return true;
  }

  #node({ words, note, waits }: { words: string; note: boolean; waits: readonly string[] }): string {
    const id = note ? `note ${this.#notes++}` : words;
    if (!this.#nodes.has(id)) this.#nodes.set(id, { words: [words], note });
    this.#link(
      waits.map((name) => this.#node({ words: name, note: false, waits: [] })),
      [id],
    );
    return id;
  }

  #link(from: readonly string[], to: readonly string[]): void {
    for (const one of from) for (const other of to) this.#arrows.push([one, other]);
  }

  /** The row that a line hangs on; undefined for one that begins anew. */
  #above(line: SketchLine & { readonly kind: "nodes" }): Row | "unclear" | undefined {
    const before = this.#rows[this.#rows.length - 1];
    const down = this.#down;
    if (line.branch !== undefined) {
      const { branch } = line;
      const above = this.#rows.findLast((row) => row.line.kind === "nodes" && row.line.column <= branch);
      // An arrow down belongs to the row above it, and so must the branches at it.
      const torn = down !== undefined && above !== before;
      return above === undefined || torn ? "unclear" : above;
    }
    if (line.arrow !== undefined) {
      if (down !== undefined || before === undefined || before.line.kind !== "nodes") return "unclear";
      const { arrow } = line;
      const above = this.#rows.findLast((row) => row.line.kind === "nodes" && row.line.start < arrow);
      if (above !== undefined) return above;
      // One that stands at the margin goes on from the line in front; of a second one it can't be told.
      return before.line.start === arrow && before.line.arrow === undefined ? before : "unclear";
    }
    if (down === undefined) return undefined;
    if (before === undefined || before.line.kind !== "nodes") return "unclear";
    // Below a branch an arrow further left may lead on from the branch, or from all of them.
    const left = before.line.branch !== undefined && down <= before.line.branch;
    return left ? "unclear" : before;
  }
}
