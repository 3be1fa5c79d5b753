// Results as JSON: an array of objects, or an object that holds such arrays by the names of the evidence.
import { columnKey } from "../../policy/evidence.ts";
import type { Range } from "../../policy/types.ts";
import type { ResultCell, ResultRow, Results, ResultTable } from "./results.ts";

/** Columns beyond these are not read. */
const MOST_COLUMNS = 200;
/** How deep values may lie in each other. */
const MOST_DEPTH = 64;

/** Text that is no JSON of that form; `range` is where that shows. */
export class NotResults extends Error {
  readonly range: Range;

  constructor(message: string, at: number) {
    super(message);
    this.range = { start: at, end: at + 1 };
  }
}

type Members = ReadonlyMap<string, { readonly name: ResultCell; readonly value: ResultCell }>;

interface ReadRow {
  readonly members: Members;
  readonly range: Range;
}

/** One table for each array. Throws `NotResults` with the place of what is wrong. */
export function jsonTables(text: string): Results {
  const reader = new JsonReader(text);
  const found: ResultTable[] = [];
  if (reader.peek() === "{") {
    for (const { name, at } of reader.object()) {
      if (reader.peek() !== "[") throw new NotResults(`\`${name}\` holds no list of rows`, at.start);
      found.push(tableOf(reader.rows(), name, at));
    }
  } else {
    const start = reader.at;
    if (reader.peek() !== "[") throw new NotResults("expected a list of rows", start);
    found.push(tableOf(reader.rows(), "", { start, end: start + 1 }));
  }
  reader.end();
  return { tables: found, unclosed: undefined, broken: [] };
}

function tableOf(rows: readonly ReadRow[], under: string, range: Range): ResultTable {
  const header = new Map<string, ResultCell>();
  for (const { members } of rows)
    for (const [key, { name }] of members)
      if (!header.has(key) && header.size < MOST_COLUMNS) header.set(key, name);
  const keys = [...header.keys()];
  const cellsOf = ({ members, range: own }: ReadRow): ResultRow => ({
    cells: keys.map((key) => members.get(key)?.value),
    count: keys.length,
    range: own,
  });
  return { header: [...header.values()], under, range, rows: () => rows.map(cellsOf) };
}

/** JSON (RFC 8259), read once from its beginning, with the place of each value. */
class JsonReader {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
    if (text.startsWith("\uFEFF")) this.at = 1;
  }

  /** The next character that is no blank. */
  peek(): string {
    for (;;) {
      const char = this.#text[this.at];
      if (char !== " " && char !== "\t" && char !== "\n" && char !== "\r") return char ?? "";
      this.at++;
    }
  }

  end(): void {
    if (this.peek() !== "") throw new NotResults("expected the end of the text", this.at);
  }

  /** An array of objects. */
  rows(): ReadRow[] {
    const rows: ReadRow[] = [];
    for (const start of this.#list("[", "]")) {
      if (this.peek() !== "{")
        throw new NotResults("expected a row: an object with a value for each column", start);
      const members = new Map<string, { name: ResultCell; value: ResultCell }>();
      for (const { name, at } of this.object()) {
        const value = this.#value();
        if (members.has(columnKey(name)))
          throw new NotResults(`\`${name}\` stands twice in this row`, at.start);
        members.set(columnKey(name), { name: { text: name, range: at }, value });
      }
      rows.push({ members, range: { start, end: this.at } });
    }
    return rows;
  }

  /** The names of an object's members; whoever asks reads the value behind each. */
  *object(): Generator<{ readonly name: string; readonly at: Range }> {
    for (const start of this.#list("{", "}")) {
      const name = this.#string();
      const at = { start, end: this.at };
      this.#expect(":");
      this.peek();
      yield { name, at };
    }
  }

  /** Where each part between brackets begins. */
  *#list(open: string, close: string): Generator<number> {
    this.#expect(open);
    if (this.peek() === close) {
      this.at++;
      return;
    }
    for (;;) {
      this.peek();
      yield this.at;
      if (this.peek() !== ",") break;
      this.at++;
    }
    this.#expect(close);
  }

  #expect(char: string): void {
    if (this.peek() !== char) throw new NotResults(`expected “${char}”`, this.at);
    this.at++;
  }

  #string(): string {
    const start = this.at;
    if (this.peek() !== '"') throw new NotResults("expected a text in quotation marks", this.at);
    let end = start + 1;
    while (end < this.#text.length && this.#text[end] !== '"') end += this.#text[end] === "\\" ? 2 : 1;
    this.at = end + 1;
    return this.#parsed(start, "a text in quotation marks");
  }

  /** A value; of a list or an object only its text is taken. */
  #value(): ResultCell {
    const start = this.at;
    const first = this.peek();
    if (first === '"') {
      const text = this.#string().trim();
      return { text, link: text, range: { start, end: this.at } };
    }
    if (first === "[" || first === "{") {
      this.#skip();
      const text = this.#text.slice(start, Math.min(this.at, start + 80));
      return { text, nested: true, range: { start, end: this.at } };
    }
    while (/[\w.+-]/.test(this.#text[this.at] ?? "")) this.at++;
    if (this.at === start) throw new NotResults("expected a value", start);
    const value = this.#text.slice(start, this.at);
    this.#parsed(start, "a value");
    return { text: value === "null" ? "" : value, range: { start, end: this.at } };
  }

  /** Passes over a list or an object. */
  #skip(): void {
    const start = this.at;
    let depth = 0;
    do {
      const char = this.peek();
      if (char === "") throw new NotResults("nothing closes this", start);
      if (char === '"') this.#string();
      else {
        if (char === "[" || char === "{") depth++;
        if (char === "]" || char === "}") depth--;
        this.at++;
      }
      if (depth > MOST_DEPTH) throw new NotResults("this lies too deep", this.at);
    } while (depth > 0);
    this.#parsed(start, "a value");
  }

  /** The text from an offset to here, which must be JSON. */
  #parsed(start: number, expected: string): string {
    try {
      return String(JSON.parse(this.#text.slice(start, this.at)));
    } catch {
      throw new NotResults(`expected ${expected}`, start);
    }
  }
}
