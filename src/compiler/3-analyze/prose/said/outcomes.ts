// What a decision comes to: "a `suite` that was `cancelled` makes `image-gate` answer `abort`".
import type { Claim } from "../claim.ts";
import type { Decided } from "../decided.ts";
import type { Lexeme } from "../text/lexemes.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../text/words.ts";
import type { Thing } from "../things.ts";
import { claim, type Extractor, hasWord, placeOf, type Reading, thing } from "./reading.ts";

/** Words that turn a sentence round, or make it one of exceptions. */
const NEGATIONS = wordSet(
  "nobody none hardly not never neither nor unless except without instead cannot can't doesn't don't isn't aren't",
  "won't wasn't less than",
);
/** Words one of which stands where values lead to an outcome. */
const LINKS = wordSet(
  "makes make means mean leads lead gives give is are answers answer says say comes come ends end",
  "results result yields yield then on for when if with at becomes puts put decides counts count",
  "treated treat to as in → ⇒ > : — – - = takes turns get gets have has whatever keeps keep leaves stays stay falls fall go",
  "goes gets",
);
/** How many cases one sentence may speak of, how many spans it may have, and how many decisions may be meant. */
const MOST = 32;
const MOST_SPANS = 24;
const MOST_DECISIONS = 8;

type Role = "value" | "outcome";
interface Part {
  readonly role: Role;
  readonly lexeme: Lexeme;
  readonly input: string;
}

/** Outcomes of decisions for values of their inputs. */
export const outcomes: Extractor = (sentence, reading) => {
  const codes = sentence.lexemes.filter((l) => l.type === "code");
  if (codes.length < 2 || codes.length > MOST_SPANS) return [];
  if (hasWord(sentence, 0, sentence.lexemes.length, NEGATIONS)) return [];
  const decision = decisionOf(codes, sentence, reading);
  if (decision?.decided === undefined) return [];
  const parts = partsOf(sentence, decision.name, decision.decided);
  if (parts === undefined) return [];
  return paired(parts).flatMap(({ values, outcome }) => {
    const places = [...values, outcome].map((p) => sentence.lexemes.indexOf(p.lexeme));
    const [first, last] = [Math.min(...places), Math.max(...places)];
    const source = placeOf(sentence.lexemes, first, last + 1);
    if (source === undefined || !isLinked(sentence, first, last)) return [];
    return casesOf(values).map(
      (given): Claim => claim("outcome", decision, { given, outcome: outcome.lexeme.text }, source, reading),
    );
  });
};

/** The one decision that a sentence names, or that it is about, or that alone has such outcomes in this document. */
function decisionOf(codes: readonly Lexeme[], { topic }: Sentence, reading: Reading): Thing | undefined {
  const named = [
    ...new Map(codes.flatMap((l) => deciding(thing(l, reading))).map((t) => [t.key, t])).values(),
  ];
  const [first, ...more] = named;
  if (first !== undefined && more.length === 0) return first;
  if (first !== undefined) {
    // The outcome of one may be an input of the other.
    const outermost = named.filter((t) => named.some((n) => t.decided?.isInput(n.name)));
    return named.length === 2 && outermost.length === 1 ? outermost[0] : undefined;
  }
  const [about] = topic === undefined ? [] : deciding(thing(topic, reading));
  if (about !== undefined) return about;
  const fitting = new Map(
    codes
      .flatMap((l) => reading.things.deciding(l.text, reading.file).slice(0, MOST_DECISIONS))
      .filter((t) => codes.every((l) => t.decided?.knows(l.text)))
      .map((t) => [t.key, t]),
  );
  return fitting.size === 1 ? [...fitting.values()][0] : undefined;
}

function deciding(named: Thing): Thing[] {
  return named.decided === undefined ? [] : [named];
}

/** Values and outcomes in order; undefined where a span may be both, or belongs to something else. */
function partsOf({ lexemes }: Sentence, name: string, decided: Decided): Part[] | undefined {
  const parts: Part[] = [];
  let input: string | undefined;
  let last: "decision" | "input" | "outcome" | undefined;
  for (const lexeme of lexemes) {
    if (lexeme.type !== "code") continue;
    const { text } = lexeme;
    const isOutcome = decided.isOutcome(text);
    const of =
      input !== undefined && last === "input" ? decided.inputNamed(input, text) : decided.inputOf(text);
    if (text === name) last = "decision";
    else if (decided.isInput(text) && !(isOutcome && last === "decision")) {
      input = text;
      last = "input";
    } else if (isOutcome && (of === undefined || last === "decision")) {
      parts.push({ role: "outcome", lexeme, input: "" });
      last = "outcome";
    } else if (of !== undefined && (!isOutcome || last === "input")) {
      parts.push({ role: "value", lexeme, input: of });
    } else if (decided.knows(text)) return undefined;
  }
  return parts;
}

interface Pair {
  readonly values: readonly Part[];
  readonly outcome: Part;
}

/** Values with their outcomes: one outcome has all values; of several each has those on the same side of it. */
function paired(parts: readonly Part[]): Pair[] {
  const outcomes = parts.filter((p) => p.role === "outcome");
  const values = parts.filter((p) => p.role === "value");
  const [only, ...more] = outcomes;
  if (only === undefined || values.length === 0) return [];
  if (more.length === 0) return [{ values, outcome: only }];
  const forward = parts[0]?.role === "value";
  if (forward !== (parts[parts.length - 1]?.role === "outcome")) return [];
  const pairs: Pair[] = [];
  let run: Part[] = [];
  for (const part of forward ? parts : [...parts].reverse()) {
    if (part.role === "value") run.push(part);
    else if (run.length === 0) return [];
    else {
      pairs.push({ values: run, outcome: part });
      run = [];
    }
  }
  return pairs;
}

/** The cases that values speak of: those of one input are alternatives, those of several hold together. */
function casesOf(values: readonly Part[]): Map<string, string>[] {
  let cases: Map<string, string>[] = [new Map()];
  for (const input of new Set(values.map((v) => v.input))) {
    const own = new Set(values.filter((v) => v.input === input).map((v) => v.lexeme.text));
    cases = cases.flatMap((given) => [...own].map((text) => new Map([...given, [input, text]])));
    if (cases.length > MOST) return [];
  }
  return cases;
}

function isLinked({ lexemes }: Sentence, first: number, last: number): boolean {
  for (let i = Math.max(0, first - 6); i <= last; i++) {
    const lexeme = lexemes[i];
    if (lexeme !== undefined && lexeme.type !== "code" && LINKS.has(lexeme.text)) return true;
  }
  return false;
}
