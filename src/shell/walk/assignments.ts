// Applies assignments to the state, and turns those among a program's words into words.
import type { Assignment } from "unbash";
import { noteAssignment } from "../carry/influences.ts";
import type { Expansion } from "../expand/context.ts";
import { forget, walkNested } from "../expand/context.ts";
import { makeField } from "../expand/fields.ts";
import { knownValue } from "../expand/parameter.ts";
import { assignedValue, expandOne, expandWords } from "../expand/words.ts";
import { setArray, setVariable } from "../state.ts";
import type { Field, Piece } from "../text-model.ts";

/** The words of `x=(…)`, after those that it already has for `x+=(…)`. */
function assignArray(x: Expansion, node: Assignment): void {
  if (node.value.type !== "ArrayValue") return;
  const old = node.append === true ? x.state.arrays.get(node.name) : [];
  const fields = expandWords(x, node.value.elements);
  const keyed = node.value.elements.some((element) => element.text.startsWith("["));
  forget(x, node.name);
  if (old !== undefined && !keyed) x.state = setArray(x.state, node.name, [...old, ...fields]);
}

/** Applies one assignment and answers the value that it gave, if that is one word. */
export function assign(x: Expansion, node: Assignment): Field | undefined {
  if (node.index !== undefined) walkNested(x, node.index);
  if (node.value.type === "ArrayValue") {
    assignArray(x, node);
    return undefined;
  }
  const field = expandOne(x, node.value);
  const value = assignedValue(node.value, field);
  const old = node.append === true ? knownValue(x, node.name) : "";
  forget(x, node.name);
  if (node.index === undefined && value !== undefined && old !== undefined) {
    x.state = setVariable(x.state, node.name, [old + value]);
  }
  x.state = noteAssignment(x.walker, node.name, field.word, x.state, x.frame);
  return field;
}

/** An assignment that is a word of a program, as in `export A=1`. */
export function assignmentWord(x: Expansion, node: Assignment): Field {
  const { source } = x.frame;
  const site = { source, start: node.pos, end: node.end, pieceSource: source };
  const start = node.value.pos;
  const head: Piece = {
    text: source.text.slice(node.pos, start),
    from: node.pos,
    to: start,
    linear: true,
    quote: "none",
  };
  if (node.index !== undefined) walkNested(x, node.index);
  if (node.value.type === "ArrayValue") {
    const rest: Piece = { text: undefined, from: start, to: node.end, linear: false, quote: "other" };
    return makeField(x.frame, site, [head, rest], true, false);
  }
  const value = expandOne(x, node.value);
  const text = assignedValue(node.value, value);
  const whole: Piece = { text, from: start, to: node.end, linear: false, quote: "none" };
  const pieces = value.pieces?.every((piece) => piece.text !== undefined) ? value.pieces : [whole];
  return makeField(x.frame, site, [head, ...pieces], true, false);
}
