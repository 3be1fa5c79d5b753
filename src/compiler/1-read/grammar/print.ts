// Prints a parsed sentence in its canonical words: the form read the other way round.
import type { Join } from "../../../policy/types.ts";
import { nestedParts } from "./forms.ts";
import type { Part } from "./notation.ts";
import {
  type Filling,
  type Group,
  isGroup,
  type NestedFilling,
  type Parsed,
  type TokenFilling,
} from "./parsed.ts";

/** The canonical text of what matched `form`. Tokens stand in backticks; commas stand where the form has them. */
export function printParsed(parsed: Parsed, form: Part): string {
  return tidy(new Printer(parsed).part(form));
}

/** The same with `last` in the place of the last conditions, which then stand in items below. */
export function printHead(parsed: Parsed, form: Part, last: string): string {
  return tidy(new Printer(parsed, last).part(form));
}

/** The canonical text of conditions. A group inside another one is put into "either … or" or "both … and". */
function printGroup(group: Group, slot: NestedFilling["slot"]): string {
  const comma = group.parts.some(isGroup) ? "," : "";
  return group.parts.map((part) => printPart(part, slot)).join(`${comma} ${group.join} `);
}

function printPart(part: Parsed | Group, slot: NestedFilling["slot"]): string {
  if (isGroup(part)) return `${part.join === "or" ? "either" : "both"} ${printGroup(part, slot)}`;
  const form = nestedParts[slot][part.form];
  return form === undefined ? "" : printParsed(part, form);
}

/** "`a`", "`a` and `b`", "`a`, `b` and `c`". */
function printTokens(texts: readonly string[], join: Join): string {
  const spans = texts.map(span);
  if (spans.length < 2) return spans.join("");
  return `${spans.slice(0, -1).join(", ")} ${join} ${spans[spans.length - 1]}`;
}

/** A code span around any text, with a fence long enough for the backticks in it. */
function span(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  return fence.length === 1 ? `\`${text}\`` : `${fence} ${text} ${fence}`;
}

class Printer {
  readonly #fillings: readonly Filling[];
  readonly #taken: readonly number[];
  readonly #last: string | undefined;
  #filling = 0;
  #choice = 0;

  constructor(parsed: Parsed, last?: string) {
    this.#fillings = parsed.fillings;
    this.#taken = parsed.taken;
    this.#last = last;
  }

  part(part: Part): string {
    switch (part.type) {
      case "word":
        return ` ${part.word}`;
      case "comma":
        return ",";
      case "slot":
        return ` ${this.#slot()}`;
      case "sequence":
        return part.parts.map((p) => this.part(p)).join("");
      case "optional": {
        const choice = part.choices[this.#taken[this.#choice++] ?? -1];
        return choice === undefined ? "" : this.part(choice);
      }
      case "same":
        return part.choices[0] === undefined ? "" : this.part(part.choices[0]);
      case "repeat": {
        let text = "";
        while (this.#fillings[this.#filling]?.slot === "T") text += this.part(part.part);
        return text;
      }
    }
  }

  #slot(): string {
    const filling = this.#fillings[this.#filling++];
    if (filling === undefined) return "";
    if (this.#last !== undefined && this.#filling === this.#fillings.length) return this.#last;
    return filling.type === "tokens" ? tokensText(filling) : printGroup(filling.group, filling.slot);
  }
}

function tokensText(filling: TokenFilling): string {
  const texts = filling.tokens.map((t) => t.text);
  return filling.slot === "noun" || filling.slot === "N" ? texts.join(" ") : printTokens(texts, filling.join);
}

function tidy(text: string): string {
  return text.replace(/ {2,}/g, " ").replace(/ ,/g, ",").trim();
}
