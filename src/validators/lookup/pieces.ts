// A policy of which each part is read when it is first needed.
import { once } from "../../policy/once.ts";
import type { DecisionTable, List, Policy, Rule, Tool } from "../../policy/types.ts";
import type { Carrier } from "../../shell/types.ts";
import type { Lookup } from "./lookup.ts";

/** Where a piece begins in the body, and how long it is, in bytes. */
export type Piece = readonly [start: number, length: number];
/** A piece with the name of what it holds. */
export type Named = readonly [name: string, start: number, length: number];
type Places = readonly (readonly [key: string, places: readonly number[]])[];

/** What stands where. Places are those in the policy's list of rules, or of tools. */
export interface PieceIndex {
  /** Small parts of the policy, by their names. */
  readonly kept: Record<string, unknown>;
  readonly large: Record<string, Piece>;
  readonly rules: readonly Piece[];
  readonly tools: readonly Piece[];
  readonly lists: readonly Named[];
  readonly decisions: readonly Named[];
  readonly byProgram: Places;
  readonly anywhere: readonly number[];
  readonly fileRules: readonly number[];
  readonly exceptions: Places;
  readonly toolNames: readonly (readonly [name: string, at: number])[];
  readonly appliesTo: readonly (readonly [file: string, globs: readonly string[]])[];
  readonly carriers: readonly Carrier[];
}

/** A policy, and what is looked up in it. */
export interface PolicyInPieces {
  readonly policy: Policy;
  readonly lookup: Lookup;
}

/** The policy behind an index. `read` gives the text of a piece; what it throws is thrown where the piece is needed. */
export function policyInPieces(index: PieceIndex, read: (piece: Piece) => string): PolicyInPieces {
  const parse = (piece: Piece): unknown => JSON.parse(read(piece));
  const rules = new Pieces<Rule>(index.rules, read);
  const tools = new Pieces<Tool>(index.tools, read);
  const lists = new Pieces<List>(index.lists.map(pieceOf), read);
  const decisions = new Pieces<DecisionTable>(index.decisions.map(pieceOf), read);
  const policy: Record<string, unknown> = { ...index.kept };
  for (const [key, piece] of Object.entries(index.large)) late(policy, key, () => parse(piece));
  late(policy, "rules", () => rules.all());
  late(policy, "tools", () => tools.all());
  late(policy, "lists", () => lists.all());
  late(policy, "decisions", () => decisions.all());
  const byProgram = new Map(index.byProgram);
  const exceptions = new Map(index.exceptions);
  const toolNames = new Map(index.toolNames);
  const listNames = new Map(index.lists.map(([name], at) => [name, at]));
  const decisionNames = new Map(index.decisions.map(([name], at) => [name, at]));
  const appliesTo = new Map(index.appliesTo);
  const lookup: Lookup = {
    carriers: index.carriers,
    tool: (name) => tools.at(toolNames.get(name)),
    rulesOf: (program) => {
      const places = byProgram.get(program);
      return places === undefined ? undefined : rules.some(places);
    },
    get anywhere() {
      return rules.some(index.anywhere);
    },
    get fileRules() {
      return rules.some(index.fileRules);
    },
    exceptionsTo: (id) => rules.some(exceptions.get(id) ?? []),
    list: (name) => lists.at(listNames.get(name)),
    decision: (name) => decisions.at(decisionNames.get(name)),
    appliesTo: (file) => appliesTo.get(file),
    programs: () => byProgram.keys(),
  };
  // Every part of a policy is in one of the two records of the index that was cut from it.
  return { policy: policy as Policy, lookup };
}

function pieceOf([, start, length]: Named): Piece {
  return [start, length];
}

/** Gives a part at its first use, and then the same. */
function late(policy: Record<string, unknown>, key: string, make: () => unknown): void {
  Object.defineProperty(policy, key, { enumerable: true, get: once(make) });
}

/** Pieces that stand this near to each other are read at once, in bytes. */
const NEAR = 65_536;

/** Values of one kind, each parsed once. */
class Pieces<T> {
  readonly #pieces: readonly Piece[];
  readonly #read: (piece: Piece) => string;
  readonly #known: T[] = [];

  constructor(pieces: readonly Piece[], read: (piece: Piece) => string) {
    this.#pieces = pieces;
    this.#read = read;
  }

  at(place: number | undefined): T | undefined {
    return place === undefined ? undefined : this.some([place])[0];
  }

  some(places: readonly number[]): T[] {
    const missing = places.filter((place) => this.#known[place] === undefined && place in this.#pieces);
    if (missing.length > 0) this.#load(missing);
    return places.flatMap((place) => this.#known[place] ?? []);
  }

  all(): T[] {
    return this.some([...this.#pieces.keys()]);
  }

  #load(places: readonly number[]): void {
    const pieces = places.flatMap((place) => {
      const piece = this.#pieces[place];
      return piece === undefined ? [] : [{ place, start: piece[0], length: piece[1] }];
    });
    const [start, end] = pieces.reduce(
      ([least, most], p) => [Math.min(least, p.start), Math.max(most, p.start + p.length)],
      [Number.MAX_SAFE_INTEGER, 0],
    );
    const together = end - start <= NEAR ? this.#read([start, end - start]) : undefined;
    for (const { place, start: at, length } of pieces) {
      const text = together?.slice(at - start, at - start + length) ?? this.#read([at, length]);
      this.#known[place] = JSON.parse(text) as T;
    }
  }
}
