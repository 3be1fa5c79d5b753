// Whether a cell of results holds what its column may hold.
import type { RegexEngine } from "../../pattern/compare.ts";
import { compareTyped, isOfType } from "../../pattern/decision/values.ts";
import { shapeFits } from "../../pattern/match.ts";
import type { Truth } from "../../pattern/truth.ts";
import type { Bound, CellForm, List } from "../../policy/types.ts";
import type { ResultCell } from "./results.ts";

/** Values as people leave them in for later. */
const UNFILLED = /^(?:tbd|tba|todo|fixme|n\/a|\?+|…|\.{3}|<[^<>:/]*>)$/i;
/** What people write in an empty cell. */
const EMPTY = ["", "-", "–", "—"];
const ADDRESS = /^https?:\/\/[^\s<>"`]+$/i;
/** What forms are held against. */
export interface FormContext {
  readonly list: (name: string) => List | undefined;
  readonly isMember: (list: List, text: string) => boolean;
  readonly regex: RegexEngine;
}

/** The value of a cell: null where nothing is filled in, unless the column allows just that text. */
export function filledIn(cell: ResultCell | undefined, forms: readonly CellForm[]): string | null {
  if (cell === undefined) return null;
  const { text } = cell;
  const allowed = forms.some((form) => form.is === "value" && form.value === text);
  return !allowed && (EMPTY.includes(text) || UNFILLED.test(text)) ? null : text;
}

/** Whether a cell that isn't empty holds one of the forms; unknown where an expression can't be used. */
export function fitsAny(cell: ResultCell, forms: readonly CellForm[], context: FormContext): Truth {
  let unknown = false;
  for (const form of forms) {
    const fits = fitsOne(cell, form, context);
    if (fits === true) return true;
    if (fits === "unknown") unknown = true;
  }
  return unknown ? "unknown" : false;
}

function fitsOne({ text, link, nested }: ResultCell, form: CellForm, context: FormContext): Truth {
  if (nested === true) return false;
  switch (form.is) {
    case "value":
      return text === form.value;
    case "member": {
      const list = context.list(form.list);
      return list === undefined ? "unknown" : context.isMember(list, text);
    }
    case "shape":
      return shapeFits(form.shape, text);
    case "expression":
      return matchesWhole(form.pattern, text, context.regex);
    case "type":
      if (form.type === "url") return isAddress(link ?? text);
      return isOfType(form.type, text) && form.bounds.every((bound) => isWithin(form.type, text, bound));
  }
}

function isAddress(text: string): boolean {
  return ADDRESS.test(text) && URL.canParse(text);
}

function isWithin(
  type: Extract<CellForm, { is: "type" }>["type"],
  text: string,
  { test, value }: Bound,
): boolean {
  const order = compareTyped(type === "url" ? "text" : type, text, value);
  if (test === "above") return order > 0;
  if (test === "below") return order < 0;
  return test === "at-least" ? order >= 0 : order <= 0;
}

function matchesWhole(pattern: string, text: string, regex: RegexEngine): Truth {
  try {
    return regex(`^(?:${pattern})$`)(text);
  } catch {
    return "unknown";
  }
}
