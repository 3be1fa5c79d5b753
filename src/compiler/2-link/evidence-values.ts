// What the cells of a column of evidence may hold: values, members of a list, types with bounds, shapes.
import { isOfType, TYPE_IN_WORDS } from "../../pattern/decision/values.ts";
import type { Bound, CellForm } from "../../policy/types.ts";
import type { Cell } from "../1-read/document.ts";
import type { Token } from "../1-read/tokens.ts";
import { unknownList, unreadableValues } from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import type { Linker } from "./linker.ts";
import { ambiguous } from "./names.ts";

type Type = Extract<CellForm, { is: "type" }>["type"];

/** The words that name a type. */
const TYPES: Readonly<Record<string, Type>> = {
  text: "text",
  any: "text",
  anything: "text",
  url: "url",
  link: "url",
  address: "url",
  date: "date",
  day: "date",
  number: "number",
  version: "version",
};

/** Words in front of a bound; the longer ones first. */
const BOUNDS: readonly (readonly [readonly string[], Bound["test"]])[] = [
  [["at", "least"], "at-least"],
  [["at", "most"], "at-most"],
  [["above"], "above"],
  [["below"], "below"],
];

const EXPECTED = "values in backticks, “a member of `list`”, or a type";

/** Reads the cell; undefined after reporting what is wrong in it. An empty cell takes any text. */
export function readForms(
  cell: Cell,
  column: string,
  linker: Pick<Linker, "lists" | "report">,
): CellForm[] | undefined {
  if (cell.tokens.length === 0) return [{ is: "type", type: "text", bounds: [] }];
  return new ValuesReader(cell, column, linker).read();
}

/** values = form {(“,” | “or”) form}; form = value | “a member of” list | type [bound {“and” bound}]. */
class ValuesReader {
  readonly #cell: Cell;
  readonly #column: string;
  readonly #linker: Pick<Linker, "lists" | "report">;
  #at = 0;

  constructor(cell: Cell, column: string, linker: Pick<Linker, "lists" | "report">) {
    this.#cell = cell;
    this.#column = column;
    this.#linker = linker;
  }

  read(): CellForm[] | undefined {
    const forms: CellForm[] = [];
    for (;;) {
      const form = this.#form();
      if (form === undefined) return undefined;
      forms.push(form);
      if (this.#next === undefined) return forms;
      if (!this.#separator()) return this.#refuse("“,” or “or” between values");
    }
  }

  get #next(): Token | undefined {
    return this.#cell.tokens[this.#at];
  }

  #form(): CellForm | undefined {
    if (this.#words("a", "member", "of") || this.#words("member", "of") || this.#words("any", "member", "of"))
      return this.#member();
    this.#words("a");
    if (this.#words("any", "text")) return { is: "type", type: "text", bounds: [] };
    const token = this.#next;
    if (token?.type === "code" && token.text !== "") {
      this.#at++;
      return formOf(token.text);
    }
    const word = token?.type === "word" ? token.text.toLowerCase() : "";
    const type = Object.hasOwn(TYPES, word) ? TYPES[word] : undefined;
    if (type === undefined) return this.#refuse(EXPECTED);
    this.#at++;
    const bounds = this.#bounds(type);
    return bounds === undefined ? undefined : { is: "type", type, bounds };
  }

  #member(): CellForm | undefined {
    const token = this.#next;
    if (token?.type !== "code") return this.#refuse("a list in backticks");
    this.#at++;
    const { lists, report } = this.#linker;
    const found = lists.find(token.text, token.source.file);
    if ("name" in found) return { is: "member", list: found.name };
    if (found.among.length > 0) report(ambiguous(token.source, token.text, found.among));
    else {
      const hint = didYouMean(token.text, lists.names());
      report(unknownList(token.source, { list: token.text }, { hint }));
    }
    return undefined;
  }

  #bounds(type: Type): Bound[] | undefined {
    const bounds: Bound[] = [];
    // "number, at least `2`"
    const behind = this.#cell.tokens[this.#at + 1]?.text.toLowerCase() ?? "";
    if (this.#next?.text === "," && BOUNDS.some(([[word]]) => word === behind)) this.#at++;
    for (;;) {
      const found = BOUNDS.find(([words]) => this.#words(...words));
      if (found === undefined) return bounds.length === 0 ? bounds : this.#refuse("a bound behind “and”");
      const token = this.#next;
      if (type === "text" || type === "url") {
        this.#at--;
        return this.#refuse("no bound: a text has no order");
      }
      if (token?.type !== "code" || !isOfType(type, token.text)) return this.#refuse(TYPE_IN_WORDS[type]);
      this.#at++;
      bounds.push({ test: found[1], value: token.text });
      if (!this.#words("and")) return bounds;
    }
  }

  /** Passes over words, if all of them follow. */
  #words(...words: readonly string[]): boolean {
    const follow = words.every((word, i) => {
      const token = this.#cell.tokens[this.#at + i];
      return token?.type === "word" && token.text.toLowerCase() === word;
    });
    if (follow) this.#at += words.length;
    return follow;
  }

  #separator(): boolean {
    const comma = this.#next?.text === ",";
    if (comma) this.#at++;
    return this.#words("or") || comma;
  }

  #refuse(expected: string): undefined {
    const token = this.#next;
    const found =
      token === undefined
        ? "end of the cell"
        : token.type === "code"
          ? `\`${token.text}\``
          : `“${token.text.slice(0, 80)}”`;
    const at = token?.source ?? this.#cell.source;
    this.#linker.report(unreadableValues(at, { found, column: this.#column, expected }));
    return undefined;
  }
}

/** A value in backticks: an expression between slashes, a shape with holes, or just that value. */
function formOf(text: string): CellForm {
  if (/^\/.+\/$/s.test(text)) return { is: "expression", pattern: text.slice(1, -1) };
  return /<[^<>\s]+>/.test(text) ? { is: "shape", shape: text } : { is: "value", value: text };
}
