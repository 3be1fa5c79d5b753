// Pieces of parameter expansions: `$x`, `${x:-y}`, `$1`, `"$@"`, `${list[@]}`.
import type { ParameterExpansionPart, Word as WordNode } from "unbash";
import { shownDirectory } from "../place.ts";
import type { Field, Piece } from "../text-model.ts";
import type { Quoting } from "../types.ts";
import type { Expansion } from "./context.ts";
import { forget, walkNested } from "./context.ts";
import { operate } from "./operations.ts";

/** The place of a part and the quotes around it. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly quote: Quoting;
}

/** A piece for a value that is not known. */
export function unknownPiece(place: Place, several = false): Piece {
  const splits = several || place.quote === "none";
  return { text: undefined, from: place.from, to: place.to, linear: false, quote: place.quote, splits };
}

/** A piece for the value of an expansion. */
export function valuePiece(place: Place, text: string): Piece {
  const { from, to, quote } = place;
  return { text, from, to, linear: false, quote, splits: quote === "none" };
}

function listPiece(place: Place, fields: readonly Field[] | undefined, star: boolean): Piece {
  if (fields === undefined) return unknownPiece(place, !star);
  const quoted = place.quote !== "none";
  if (quoted && !star) return { ...unknownPiece(place, true), fields };
  const texts = fields.map((field) => field.word.text);
  const known = texts.every((text) => text !== undefined);
  if (quoted) return known ? valuePiece(place, texts.join(" ")) : unknownPiece(place);
  // Unquoted, every word is split again: only words without blanks and globs stay what they are.
  const plain = known && texts.every((text) => text !== "" && !/[\s*?[]/.test(text));
  return plain ? { ...unknownPiece(place, true), fields } : unknownPiece(place, true);
}

function positionalPiece(x: Expansion, place: Place, index: number): Piece {
  const fields = x.state.positional;
  if (fields === undefined || index < 1) return unknownPiece(place);
  const before = fields.slice(0, index);
  if (before.some((field) => field.word.split === true || field.word.glob === true))
    return unknownPiece(place);
  const field = fields[index - 1];
  if (field === undefined) return valuePiece(place, "");
  if (field.word.text !== undefined && place.quote === "none") return valuePiece(place, field.word.text);
  if (place.quote === "none") return unknownPiece(place);
  return { ...unknownPiece(place), fields: [field], text: field.word.text };
}

/** The one value of a variable at this point, if it is known. */
export function knownValue(x: Expansion, name: string): string | undefined {
  const values = x.state.variables.get(name);
  return values?.length === 1 ? values[0] : undefined;
}

/** The directory that the shell is in, where that is a path from the root. */
function directory(x: Expansion): string | undefined {
  const { cwd } = x.state.place;
  const start = x.walker.options.cwd;
  const shown = cwd === undefined ? start : shownDirectory(cwd, start);
  return typeof shown === "string" && shown.startsWith("/") ? shown : undefined;
}

/** The piece for `$name` or `${name}`. */
export function simplePiece(x: Expansion, name: string, place: Place): Piece {
  if (/^\d+$/.test(name)) return positionalPiece(x, place, Number(name));
  if (name === "@" || name === "*") return listPiece(place, x.state.positional, name === "*");
  const list = x.state.arrays.get(name);
  if (list !== undefined) {
    const first = list[0];
    const text = first === undefined ? "" : first.word.split || first.word.glob ? undefined : first.word.text;
    return text === undefined ? unknownPiece(place) : valuePiece(place, text);
  }
  const value = name === "PWD" ? directory(x) : knownValue(x, name);
  return value === undefined ? unknownPiece(place) : valuePiece(place, value);
}

function elementPiece(x: Expansion, part: ParameterExpansionPart, index: WordNode, place: Place): Piece {
  const fields = x.state.arrays.get(part.parameter);
  if (index.text === "@" || index.text === "*") return listPiece(place, fields, index.text === "*");
  const position = /^\d{1,6}$/.test(index.text) ? Number(index.text) : undefined;
  if (fields === undefined || position === undefined) return unknownPiece(place);
  return positionalPiece({ ...x, state: { ...x.state, positional: fields } }, place, position + 1);
}

/** The piece for `${…}`; `operand` turns the word after an operator into pieces. */
export function parameterPieces(
  x: Expansion,
  part: ParameterExpansionPart,
  quote: Quoting,
  operand: (word: WordNode) => readonly Piece[],
): readonly Piece[] {
  const place: Place = { from: part.pos, to: part.end, quote };
  const { operation, index } = part;
  if (part.prefix === "#" && operation === undefined && index === undefined) {
    const measured = knownValue(x, part.parameter);
    if (measured !== undefined && /^[\x20-\x7E]*$/.test(measured))
      return [valuePiece(place, String(measured.length))];
  }
  if (part.prefix !== undefined) {
    walkNested(x, part);
    return [unknownPiece(place, part.prefix === "!" && quote !== "none" && part.text.includes("@"))];
  }
  if (operation === undefined) {
    if (index === undefined) return [simplePiece(x, part.parameter, place)];
    walkNested(x, index);
    return [elementPiece(x, part, index, place)];
  }
  const value = index === undefined ? knownValue(x, part.parameter) : undefined;
  if (operation.type !== "Default" && value !== undefined) {
    const made = operate(value, operation);
    if (made !== undefined) return [valuePiece(place, made)];
  }
  if (operation.type !== "Default" || value === undefined) {
    walkNested(x, part);
    const several = part.parameter === "@" || index?.text === "@";
    return [unknownPiece(place, several)];
  }
  const missing = value === "" && operation.operator.startsWith(":");
  const usesOperand = operation.operator.endsWith("+") ? !missing : missing;
  if (!usesOperand) return [valuePiece(place, operation.operator.endsWith("+") ? "" : value)];
  if (operation.operator.endsWith("?")) return [unknownPiece(place)];
  const pieces = operand(operation.operand);
  if (operation.operator.endsWith("=")) forget(x, part.parameter);
  return pieces.map((piece) => ({ ...piece, from: part.pos, to: part.end, linear: false }));
}
