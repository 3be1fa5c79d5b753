// Lines of a label and a value in prose: "Expected duration: 5 minutes", "Prerequisites of `x`: `a`, `b`".
import type { Claim } from "../claim.ts";
import { boundedTime } from "../text/bounds.ts";
import { type Key, keyOf } from "../text/label-keys.ts";
import type { Lexeme } from "../text/lexemes.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Thing } from "../things.ts";
import { labelled } from "./label-values.ts";
import { placeOf, type Reading, thing } from "./reading.ts";

/** How many lexemes a label may have. */
const LONGEST = 10;
const SIGNS: ReadonlySet<string> = new Set([":", "="]);
const DASHES: ReadonlySet<string> = new Set(["–", "—", "-"]);
const JOINS: ReadonlySet<string> = new Set(["of", "for", "to", "after", "behind"]);

export interface Label {
  /** What is said; undefined where the label is nothing but a name. */
  readonly key: Key | undefined;
  readonly subject: Thing | undefined;
  readonly rest: readonly Lexeme[];
}

/** The label that a sentence opens with. */
function labelOf({ lexemes, topic }: Sentence, reading: Reading): Label | undefined {
  const head = lexemes.slice(0, LONGEST + 1);
  const sign = head.findIndex((l) => l.type === "mark" && SIGNS.has(l.text));
  const dash = head.findIndex((l) => l.type === "mark" && DASHES.has(l.text));
  // Behind a dash stands what is said of a name, or "typical duration: 8 hours".
  const isDash = dash > 0 && head[dash - 1]?.type === "code" && boundedTime(lexemes, dash + 1) !== undefined;
  const colon = isDash ? dash : sign;
  if (colon < 1) return undefined;
  return readKey(lexemes.slice(0, colon), lexemes.slice(colon + 1), topic, reading);
}

/** A label from its words, with at most one name among them; without a name it is about the topic. */
export function readKey(
  head: readonly Lexeme[],
  rest: readonly Lexeme[],
  topic: Lexeme | undefined,
  reading: Reading,
): Label | undefined {
  const plain = head.filter((l) => l.type !== "mark");
  const names = plain.filter((l) => l.type === "code");
  if (names.length > 1 || plain.some((l) => l.type === "time" || l.type === "quote")) return undefined;
  const [name] = names;
  const words = plain.filter((l) => l.type === "word" && l.text !== "'s");
  const last = words[words.length - 1];
  const joins = name !== undefined && last !== undefined && JOINS.has(last.text);
  // "Next after `x`", but not "After `x`".
  const isKey = words.length === 1 && ["after", "behind"].includes(last?.text ?? "");
  const joined = joins && !isKey ? words.slice(0, -1) : words;
  const key = joined.length === 0 ? undefined : keyOf(joined);
  if (key === undefined && joined.length > 0) return undefined;
  const subject = name ?? topic;
  return { key, subject: subject === undefined ? undefined : thing(subject, reading), rest };
}

/** Claims of a label whose kind stands in it, or in what stands above it. `below` are the items under it. */
export function labelClaims(
  sentence: Sentence,
  above: Key | undefined,
  below: readonly Lexeme[],
  reading: Reading,
): Claim[] {
  const label = labelOf(sentence, reading);
  const key = label?.key ?? above;
  if (label?.subject === undefined || key === undefined) return [];
  // "`x`: 30 days" may be anything of anything but a task or a wait.
  if (label.key === undefined && label.subject.playbook === undefined) return [];
  const rest = label.rest.length > 0 ? label.rest : below;
  const at = placeOf(sentence.lexemes, 0, sentence.lexemes.length);
  return at === undefined ? [] : labelled(key, label.subject, trimmed(rest), at, reading);
}

/** Without the full stop at the end. */
function trimmed(rest: readonly Lexeme[]): readonly Lexeme[] {
  return rest[rest.length - 1]?.text === "." ? rest.slice(0, -1) : rest;
}
