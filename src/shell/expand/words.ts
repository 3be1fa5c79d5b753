// Expands written words into the words that a program gets.
import type { Word as WordNode } from "unbash";
import { parse } from "unbash";
import { MAX_WORDS } from "../limits.ts";
import { derivedSource, locate } from "../source.ts";
import type { Field, Piece, Source } from "../text-model.ts";
import { expandBraces, mayHaveBraces } from "./braces.ts";
import type { Expansion } from "./context.ts";
import { walkNested } from "./context.ts";
import type { Site } from "./fields.ts";
import { makeField, splitFields } from "./fields.ts";
import { addWord } from "./pieces.ts";

function siteOf(source: Source, node: { pos: number; end: number }): Site {
  return { source, start: node.pos, end: node.end, pieceSource: source };
}

function isStrict(x: Expansion): boolean {
  return x.walker.options.strict === true;
}

/** An unknown value in place of a written word. */
function unknownField(x: Expansion, node: WordNode): Field {
  walkNested(x, node);
  const piece: Piece = {
    text: undefined,
    from: node.pos,
    to: node.end,
    linear: false,
    quote: "none",
    splits: true,
  };
  return makeField(x.frame, siteOf(x.frame.source, node), [piece], true, isStrict(x));
}

/** Words of a written word with braces; undefined where braces expand to nothing else. */
function bracedFields(x: Expansion, node: WordNode): readonly Field[] | undefined {
  const raws = expandBraces(node.text);
  if (raws === undefined) return [unknownField(x, node)];
  if (raws.length === 1 && raws[0] === node.text) return undefined;
  const fields: Field[] = [];
  for (const raw of raws) {
    if (raw === "") continue;
    const text = `_ ${raw.startsWith("#") ? "\\" : ""}${raw}`;
    const script = x.walker.output.parse(text.length) ? parse(text) : undefined;
    const command = script?.commands[0]?.command;
    const argument = command?.type === "Command" ? command.args[0] : undefined;
    const single = script?.commands.length === 1 && command?.type === "Command" && command.args.length === 1;
    if (
      !single ||
      script?.errors !== undefined ||
      argument?.type !== "Word" ||
      argument.end !== text.length
    ) {
      return [unknownField(x, node)];
    }
    const { source } = x.frame;
    const own = derivedSource(text, source, node.pos, node.end, "none");
    const inner: Expansion = {
      walker: x.walker,
      frame: { ...x.frame, source: own, once: false },
      state: x.state,
    };
    const pieces: Piece[] = [];
    addWord(inner, argument, "none", pieces);
    x.state = inner.state;
    const site: Site = { ...siteOf(source, node), pieceSource: own };
    fields.push(...splitFields(inner.frame, x.state, site, pieces, isStrict(x)));
  }
  return fields;
}

/** The words that one written word becomes; also none. */
export function expandWord(x: Expansion, node: WordNode): readonly Field[] {
  const { source } = x.frame;
  const { parts, text } = node;
  if (source.dialect !== "sh" && mayHaveBraces(text)) {
    const fields = bracedFields(x, node);
    if (fields !== undefined) return fields;
  }
  if (parts === undefined && !source.holes && text === node.value) {
    const { range, exact } = locate(source, node.pos, node.end);
    const word = { text, raw: text, range, exact: exact && x.frame.once };
    return [{ word, source, start: node.pos, end: node.end, pieces: undefined }];
  }
  const pieces: Piece[] = [];
  addWord(x, node, "none", pieces);
  const [only] = node.parts ?? [];
  const fields = splitFields(x.frame, x.state, siteOf(source, node), pieces, isStrict(x));
  if (parts?.length === 1 && only?.type === "ProcessSubstitution") {
    return fields.map((field) => ({ ...field, substitution: only }));
  }
  return fields;
}

/** Expands a list of written words in order. */
export function expandWords(x: Expansion, nodes: readonly WordNode[]): Field[] {
  const fields: Field[] = [];
  for (const node of nodes) {
    for (const field of expandWord(x, node)) {
      if (fields.length < MAX_WORDS) fields.push(field);
    }
  }
  if (fields.length >= MAX_WORDS) {
    const last = nodes.at(-1);
    const end = last?.end ?? 0;
    x.walker.output.problem(x.frame.source, nodes[0]?.pos ?? 0, end, `has more than ${MAX_WORDS} words`);
  }
  return fields;
}

/** Expands a word where the shell does not split it: a value to assign, a file of a redirection. */
export function expandOne(x: Expansion, node: WordNode): Field {
  const pieces: Piece[] = [];
  addWord(x, node, "none", pieces);
  const whole = pieces.map((piece): Piece => {
    if (piece.fields === undefined) return piece.splits === true ? { ...piece, splits: false } : piece;
    const texts = piece.fields.map((field) => field.word.text);
    const known = texts.every((text) => text !== undefined);
    const { fields: _, ...rest } = piece;
    return { ...rest, splits: false, text: known ? texts.join(" ") : undefined };
  });
  const field = makeField(x.frame, siteOf(x.frame.source, node), whole, true, isStrict(x));
  const [only] = node.parts ?? [];
  if (node.parts?.length === 1 && only?.type === "ProcessSubstitution")
    return { ...field, substitution: only };
  return field;
}

/** The value that an assigned word gives a variable; a glob stays the text that it is. */
export function assignedValue(node: WordNode, field: Field): string | undefined {
  if (field.word.text !== undefined) return field.word.text;
  if (field.word.glob !== true || node.parts === undefined) return undefined;
  const pieces = field.pieces ?? [];
  if (pieces.some((piece) => piece.text === undefined && piece.glob !== true)) return undefined;
  if (node.parts.some((part) => part.type === "ExtendedGlob")) return undefined;
  return pieces.map((piece) => piece.text ?? field.source.text.slice(piece.from, piece.to)).join("");
}
