// What a task, a wait or a gate needs: names of others, evidence, conditions, and days before a date.
import { testsOf } from "../../policy/rules.ts";
import type { Condition, Need, Source } from "../../policy/types.ts";
import { parseConditions } from "../1-read/grammar/read-conditions.ts";
import type { Token } from "../1-read/tokens.ts";
import { invalidLabel, unknownEvidence, unknownTask } from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import { ConditionLinker } from "./conditions.ts";
import type { Linker } from "./linker.ts";
import { ambiguous } from "./names.ts";
import type { Statuses } from "./workflow-names.ts";

/** A label's tokens, and where they are resolved. */
export interface NeedsContext {
  readonly label: string;
  readonly linker: Linker;
  /** The statuses of tasks, waits and gates, which conditions look at as if they were facts. */
  readonly statuses: Pick<Statuses, "facts">;
}

const COUNTS = ["the", "one", "two", "three", "four", "five", "six", "seven"];
const JOINS = [",", "and"];
/** Words in front of a name that say what it is, and words that say no more than the names do. */
const KINDS = ["task", "tasks", "wait", "gate", "gates", "decision", "fact"];
const NOTHING = ["nothing", "none"];
const WHAT = "tasks, waits, gates, evidence and facts in backticks";

/** The needs of one label, in order; what can't be read is reported and left out. Items below it stand for themselves. */
export function readNeeds(tokens: readonly Token[], at: Source, context: NeedsContext): Need[] {
  const items = itemsOf(tokens)
    .map((item) => trimmed(plain(item)))
    .filter((item) => item.length > 0);
  const [first, ...below] = items;
  if (first === undefined) refuse("nothing", at, context);
  else if (items.length === 1 && first.length === 1 && NOTHING.includes(first[0]?.text.toLowerCase() ?? ""))
    return [];
  const opening = /^(any|all) of(?: these)?(?: :)?$/.exec((first ?? []).map((t) => t.text).join(" "))?.[1];
  if (opening === undefined || below.length === 0) return items.flatMap((item) => itemNeeds(item, context));
  const needs = below.map((item) => itemNeeds(item, context));
  return opening === "all" || needs.some((n) => n.length === 0) ? needs.flat() : anyOf(needs, at, context);
}

/** What stands in each item below a label, and in the label itself. */
function itemsOf(tokens: readonly Token[]): Token[][] {
  const items: Token[][] = [[]];
  for (const token of tokens)
    if (token.type === "mark" && token.text === ";") items.push([]);
    else items[items.length - 1]?.push(token);
  return items;
}

/** The needs of one item, joined by "and", or by "or" alone. */
function itemNeeds(tokens: readonly Token[], context: NeedsContext): Need[] {
  const [first] = tokens;
  const seps = tokens.filter((_, i) => i % 2 === 1).map((t) => t.text);
  const bare = tokens.every((t, i) => (t.type === "code") === (i % 2 === 0));
  // "`a`, `b` or `c`": a comma means the word that comes last.
  const last = bare && seps[seps.length - 1] === "or" && !seps.includes("and");
  const any = last || /^(?:any|one)$/.test(first?.text ?? "") ? anyNode(tokens, context) : undefined;
  if (any !== undefined) return any;
  const needs = readItem(tokens, context);
  const isChoice = (n: Need): boolean =>
    "condition" in n && n.condition.join === "or" && n.condition.tests.length > 1;
  if (needs.length < 2 || !needs.some(isChoice) || first === undefined) return needs;
  const expected =
    "one word that joins all of them, or an item for each below the label where both are meant";
  refuse(`“${textOf(tokens)}”`, first.source, context, expected);
  return [];
}

function readItem(all: readonly Token[], context: NeedsContext): Need[] {
  const needs: Need[] = [];
  let run: Token[] = [];
  const flush = (): void => {
    needs.push(...conditionNeeds(trimmed(run), context));
    run = [];
  };
  for (let i = 0; i < all.length; i++) {
    const date = readDate(all, i);
    const token = all[i];
    if (token === undefined) continue;
    const shown = readShown(all, i);
    if (shown !== undefined) {
      flush();
      needs.push(...evidenceNeed(shown, context));
      i++;
      continue;
    }
    const alone = isJoin(all[i - 1]) && isJoin(all[i + 1]);
    const node = token.type === "code" && alone ? nodeOf(token, context) : undefined;
    if (date !== undefined) {
      flush();
      needs.push(...dateNeed(date, context));
      i += date.length - 1;
    } else if (node !== undefined) {
      flush();
      needs.push({ node, source: token.source });
    } else run.push(token);
  }
  flush();
  return needs;
}

/** One need for several of which any will do. */
function anyOf(all: readonly (readonly Need[])[], at: Source, context: NeedsContext): Need[] {
  const tests = all.map((needs): Condition | undefined => {
    const own = needs.flatMap((n): Condition["tests"] =>
      "node" in n ? [passed(n.node)] : "condition" in n ? [n.condition] : [],
    );
    return own.length < needs.length ? undefined : { join: "and", tests: own };
  });
  const known = tests.filter((t) => t !== undefined);
  if (known.length < tests.length) {
    refuse("a day or evidence among others", at, context, "tasks and conditions below “any of”");
    return [];
  }
  const words = (n: Need): string =>
    "node" in n ? `\`${n.node}\`` : "text" in n ? n.text : `\`${n.evidence}\``;
  const text = all.map((needs) => needs.map(words).join(" and ")).join(" or ");
  return [{ condition: { join: "or", tests: known }, text, source: all[0]?.[0]?.source ?? at }];
}

/** Tokens without words that only help to read them aloud: "the task `a`", "both `a` and `b`", "at least one day". */
function plain(tokens: readonly Token[]): readonly Token[] {
  const is = (i: number, ...words: readonly string[]): boolean =>
    words.every((word, k) => tokens[i + k]?.type === "word" && tokens[i + k]?.text.toLowerCase() === word);
  const isCode = (i: number): boolean => tokens[i]?.type === "code";
  const isKind = (i: number): boolean => tokens[i]?.type === "word" && KINDS.includes(tokens[i]?.text ?? "");
  const left: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || (isKind(i) && isCode(i + 1))) continue;
    if (is(i, "the") && isKind(i + 1) && isCode(i + 2)) continue;
    if ((is(i, "both") || is(i, "either")) && (isCode(i + 1) || isKind(i + 1))) continue;
    if (is(i, "all", "of") && isCode(i + 2)) i++;
    else if (is(i, "at", "least") && /^days?$/.test(tokens[i + 3]?.text ?? "")) i++;
    else left.push(token);
  }
  return left;
}

/** The words without joins and full stops at their ends. */
function trimmed(tokens: readonly Token[]): readonly Token[] {
  let [start, end] = [0, tokens.length];
  while (start < end && isJoin(tokens[start])) start++;
  while (end > start && isJoin(tokens[end - 1])) end--;
  return tokens.slice(start, end);
}

function isJoin(token: Token | undefined): boolean {
  return token === undefined || (token.type !== "code" && [...JOINS, "."].includes(token.text));
}

/** The task, wait or gate of the same document that a token names. */
function nodeOf(token: Token, { linker, statuses }: NeedsContext): string | undefined {
  if (token.type !== "code") return undefined;
  const found = linker.facts.find(token.text, token.source.file);
  if (!("thing" in found) || !statuses.facts.has(found.thing)) return undefined;
  return found.thing.source.file === token.source.file ? found.name : undefined;
}

/** "evidence `isolation`", with nothing else between two joins. */
function readShown(tokens: readonly Token[], at: number): Token | undefined {
  const [word, name] = tokens.slice(at, at + 2);
  const isShown = word?.type === "word" && /^evidence$/i.test(word.text) && name?.type === "code";
  return isShown && isJoin(tokens[at - 1]) && isJoin(tokens[at + 2]) ? name : undefined;
}

function evidenceNeed(token: Token, { linker }: NeedsContext): Need[] {
  const found = linker.evidence.find(token.text, token.source.file);
  if ("thing" in found) return [{ evidence: found.name, source: token.source }];
  if (found.among.length > 0) linker.report(ambiguous(token.source, token.text, found.among));
  else {
    const hint = didYouMean(token.text, linker.evidence.names());
    linker.report(unknownEvidence(token.source, { evidence: token.text }, { hint }));
  }
  return [];
}

interface DateTokens {
  readonly days: number;
  readonly fact: Token;
  readonly words: readonly Token[];
  readonly length: number;
}

/** "one day before `release-date`", "2 days before `d`", "the day of `d`". */
function readDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  const [count, day, before, fact] = tokens.slice(at, at + 4);
  if (count?.type !== "word" || fact?.type !== "code" || !/^days?$/.test(day?.text ?? "")) return undefined;
  const words = tokens.slice(at, at + 4);
  if (before?.text === "of") return count.text === "the" ? { days: 0, fact, words, length: 4 } : undefined;
  const word = count.text.toLowerCase();
  const days = /^\d{1,4}$/.test(word) ? Number(word) : COUNTS.indexOf(word === "a" ? "one" : word);
  return before?.text === "before" && days > 0 ? { days, fact, words, length: 4 } : undefined;
}

function dateNeed({ days, fact, words }: DateTokens, context: NeedsContext): Need[] {
  const found = context.linker.facts.find(fact.text, fact.source.file);
  if ("thing" in found && found.thing.type === "date")
    return [{ fact: found.name, daysBefore: days, text: textOf(words), source: fact.source }];
  refuse(`\`${fact.text}\``, fact.source, context, "a fact of `Type` date");
  return [];
}

function conditionNeeds(tokens: readonly Token[], context: NeedsContext): Need[] {
  const [first, ...more] = tokens;
  if (first === undefined) return [];
  if (first.type === "code" && more.length === 0) return bareName(first, context);
  const whole = readCondition(tokens, context);
  if (whole !== undefined) return whole;
  if (anyNode(tokens, context) !== undefined) return anyNode(tokens, context) ?? [];
  const parts = pieces(tokens);
  if (parts.length > 1) return parts.flatMap((part) => conditionNeeds(part, context));
  refuse(`“${textOf(tokens)}”`, first.source, context);
  return [];
}

/** Undefined where the words are no condition; empty where a name in them is wrong, which is reported. */
function readCondition(tokens: readonly Token[], context: NeedsContext): Need[] | undefined {
  const read = parseConditions(tokens);
  const [first] = tokens;
  if (read === undefined || first === undefined) return undefined;
  const condition = new ConditionLinker([], context.linker).condition(read.group);
  if (condition === undefined) return [];
  if (testsOf(condition).some((t) => !("subject" in t) || t.subject.of !== "fact")) {
    refuse(`“${textOf(tokens)}”`, first.source, context);
    return [];
  }
  return [{ condition, text: read.canonical, source: first.source }];
}

/** "`a` or `b`", "any of `a`, `b`": any of several tasks. */
function anyNode(written: readonly Token[], context: NeedsContext): Need[] | undefined {
  const isAny = ["any", "one"].includes(written[0]?.text ?? "") && written[1]?.text === "of";
  const tokens = (isAny ? written.slice(2) : written).filter(
    (t, i, all) => !(t.text === "," && all[i + 1]?.type !== "code"),
  );
  const names = tokens.map((token, i) =>
    i % 2 === 0 ? nodeOf(token, context) : ["or", ","].includes(token.text) ? "" : undefined,
  );
  const [first] = tokens;
  if (first === undefined || tokens.length % 2 === 0 || names.includes(undefined)) return undefined;
  const tests = names
    .filter((name): name is string => name !== undefined && name !== "")
    .map((name) => passed(name));
  return [{ condition: { join: "or", tests }, text: textOf(tokens), source: first.source }];
}

function passed(name: string) {
  const subject = { of: "fact" as const, name };
  return { test: "is" as const, subject, values: ["Pass", "Waived"], negated: false };
}

/** A name that stands alone and is no task: a fact that must be there, and true where it can be. */
function bareName(token: Token, context: NeedsContext): Need[] {
  const found = context.linker.facts.find(token.text, token.source.file);
  if ("thing" in found && !context.statuses.facts.has(found.thing)) {
    const subject = { of: "fact" as const, name: found.name };
    const isTrue = found.thing.values.includes("true");
    const test = isTrue
      ? { test: "is" as const, subject, values: ["true"], negated: false }
      : { test: "set" as const, subject, negated: false };
    const text = isTrue ? `\`${token.text}\` is \`true\`` : `\`${token.text}\` is set`;
    return [{ condition: { join: "and", tests: [test] }, text, source: token.source }];
  }
  if ("thing" in context.linker.evidence.find(token.text, token.source.file))
    return evidenceNeed(token, context);
  const names = [...context.linker.facts.names(), ...context.linker.evidence.names()];
  const hint = didYouMean(token.text, names);
  context.linker.report(unknownTask(token.source, { name: token.text }, { hint }));
  return [];
}

/** Splits where "," or "and" stands in front of what opens a condition of its own. */
function pieces(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const [i, token] of tokens.entries()) {
    const [subject, verb] = tokens.slice(i + 1, i + 3);
    const opens =
      subject?.type === "code" && (verb === undefined || isJoin(verb) || ["is", "names"].includes(verb.text));
    if (isJoin(token) && opens) parts.push([]);
    else parts[parts.length - 1]?.push(token);
  }
  return parts.filter((p) => p.length > 0);
}

function refuse(
  found: string,
  at: Source,
  { label, linker }: NeedsContext,
  expected = `${WHAT}, or conditions such as “\`x\` is \`Pass\`”`,
): void {
  linker.report(invalidLabel(at, { found, label, expected }));
}

/** Tokens as an author would write them. */
function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((t) => (t.type === "code" ? `\`${t.text}\`` : t.text))
    .join(" ")
    .replace(/ ([,.;])/g, "$1");
}
