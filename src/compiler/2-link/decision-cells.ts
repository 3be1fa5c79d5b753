// The cells of decision tables: values, lists of them, and comparisons.

import { isOfType, TYPE_IN_WORDS } from "../../pattern/decision/values.ts";
import type { CellTest, DecisionInput, DecisionRow } from "../../policy/types.ts";
import type { Cell } from "../1-read/document.ts";
import type { Token } from "../1-read/tokens.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { mistypedValue, unreadableCell } from "../messages/generated.ts";

type Alternatives = DecisionRow["when"][number]["anyOf"];

/** What the words in front of a value say of it. */
type Relation = "not" | "is" | "above" | "below" | "at-least" | "at-most";

/** Words that stand in front of a value; the longer ones first. */
const COMPARISONS: readonly (readonly [readonly string[], Relation])[] = [
  [["is", "not"], "not"],
  [["is", "above"], "above"],
  [["is", "below"], "below"],
  [["is", "at", "least"], "at-least"],
  [["is", "at", "most"], "at-most"],
  [["at", "least"], "at-least"],
  [["at", "most"], "at-most"],
  [["is", "one", "of"], "is"],
  [["none", "of"], "not"],
  [["one", "of"], "is"],
  [["not"], "not"],
  [["is"], "is"],
  [["above"], "above"],
  [["below"], "below"],
];

const HINT = "A cell holds values in backticks, “any”, or a comparison such as: above `4.19`.";

/** What an empty cell may hold instead. */
const ANYTHING = ["", "any", "anything", "*", "-", "–", "—"];

/** Whether a cell takes every value. */
export function isAnything(cell: Cell): boolean {
  return ANYTHING.includes(tokensAsText(cell.tokens).toLowerCase());
}

/** Whether a cell is the word that makes its row catch the rest. */
export function isOtherwise(cell: Cell): boolean {
  return ["otherwise", "else"].includes(tokensAsText(cell.tokens).toLowerCase());
}

/** Tokens as text, with one blank between them. */
export function tokensAsText(tokens: readonly Token[]): string {
  return tokens.map((t) => (t.type === "code" ? `\`${t.text}\`` : t.text)).join(" ");
}

/** A cell that could not be read; `at` is the token where it went wrong. */
interface Refusal {
  readonly at: Token | undefined;
  readonly expected: string;
}

/** What a cell asks of its input, whose own `values` are given as a set; undefined after reporting why it can't be read. */
export function readCell(
  cell: Cell,
  input: DecisionInput,
  values: ReadonlySet<string>,
  report: (d: Diagnostic) => void,
): Alternatives | undefined {
  const read = new CellReader(cell.tokens).read();
  if (!Array.isArray(read)) {
    const { at, expected } = read;
    const found =
      at === undefined ? "end of the cell" : at.type === "code" ? `\`${at.text}\`` : `“${at.text}”`;
    report(
      unreadableCell(at?.source ?? cell.source, { found, column: input.name, expected }, { hint: HINT }),
    );
    return undefined;
  }
  const tests = read.flat();
  const ordered = tests.find((t) => t.test !== "is");
  if (ordered !== undefined && input.type === "text") {
    const found = `comparison (${ordered.test.replace("-", " ")})`;
    const expected = "values in backticks: this input is a text, which has no order";
    report(unreadableCell(cell.source, { found, column: input.name, expected }));
    return undefined;
  }
  const wrong = tests.flatMap(valuesOf).find((value) => !values.has(value) && !isOfType(input.type, value));
  if (wrong === undefined) return read;
  const at = cell.tokens.find((t) => t.type === "code" && t.text === wrong)?.source ?? cell.source;
  report(mistypedValue(at, { found: wrong, column: input.name, expected: TYPE_IN_WORDS[input.type] }));
  return undefined;
}

/** The values of tests that ask for a value itself, and not for its order. */
export function plainValues(alternatives: Alternatives): string[] {
  return alternatives.flat().flatMap((test) => (test.test === "is" ? test.values : []));
}

function valuesOf(test: CellTest): string[] {
  return test.test === "is" ? test.values : [test.value];
}

/** cell = alternative {(“,” | “or”) alternative}; alternative = test {“and” test}; test = [words] value {value}. */
class CellReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  read(): Alternatives | Refusal {
    const found: CellTest[][] = [];
    for (;;) {
      const comma = this.#tokens[this.#at - 1];
      const words = this.#comparison();
      if (comma?.text === "," && words !== undefined && words !== "is") {
        return { at: comma, expected: "“and” or “or” in front of a comparison" };
      }
      const tests = this.#together(words);
      if (!Array.isArray(tests)) return tests;
      found.push(tests);
      if (this.#at === this.#tokens.length) return joinPlain(found);
      const next = this.#tokens[this.#at];
      if (next === undefined || !isSeparator(next))
        return { at: next, expected: "“,”, “and” or “or” between values" };
      this.#pass();
    }
  }

  /** Tests joined by “and”. */
  #together(first: Relation | undefined): CellTest[] | Refusal {
    const tests: CellTest[] = [];
    for (let words = first; ; words = this.#comparison()) {
      const test = this.#test(words);
      if ("expected" in test) return test;
      tests.push(test);
      const next = this.#tokens[this.#at];
      if (!isWord(next, "and")) return tests;
      if (words === undefined && this.#tokens[this.#at + 1]?.type === "code")
        return { at: next, expected: "“,” or “or”: one input has one value" };
      this.#at++;
    }
  }

  #test(words: Relation | undefined): CellTest | Refusal {
    const value = this.#value();
    if (value === undefined) {
      const expected =
        words === undefined ? "values in backticks, “any”, or a comparison" : "a value in backticks";
      return { at: this.#tokens[this.#at], expected };
    }
    if (words === "above" || words === "below" || words === "at-least" || words === "at-most")
      return { test: words, value };
    if (words !== "not") return { test: "is", values: [value], negated: false };
    // What “not” forbids goes on to the end of the list: not `a`, `b` or `c` is none of them.
    const values = [value];
    while (this.#isListed()) {
      this.#pass();
      const next = this.#value();
      if (next !== undefined) values.push(next);
    }
    return { test: "is", values, negated: true };
  }

  /** Whether a separator and a plain value follow. */
  #isListed(): boolean {
    const [first, second, third] = this.#tokens.slice(this.#at, this.#at + 3);
    if (first === undefined || !isSeparator(first)) return false;
    return second?.type === "code" || (first.text === "," && isWord(second, "or") && third?.type === "code");
  }

  /** Passes over a comma, an “or”, or both. */
  #pass(): void {
    const comma = this.#tokens[this.#at]?.text === ",";
    this.#at++;
    if (comma && isWord(this.#tokens[this.#at], "or")) this.#at++;
  }

  #value(): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.type !== "code" || token.text === "") return undefined;
    this.#at++;
    return token.text;
  }

  #comparison(): Relation | undefined {
    const found = COMPARISONS.find(([words]) => words.every((w, i) => isWord(this.#tokens[this.#at + i], w)));
    this.#at += found?.[0].length ?? 0;
    return found?.[1];
  }
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.type === "word" && token.text.toLowerCase() === word;
}

function isSeparator(token: Token): boolean {
  return token.text === "," || isWord(token, "or");
}

/** Plain values that stand as alternatives are one test. */
function joinPlain(found: readonly CellTest[][]): CellTest[][] {
  const values: string[] = [];
  const others: CellTest[][] = [];
  for (const tests of found) {
    const [only, ...more] = tests;
    if (only?.test === "is" && !only.negated && more.length === 0) values.push(...only.values);
    else others.push(tests);
  }
  return values.length === 0 ? others : [[{ test: "is", values, negated: false }], ...others];
}
