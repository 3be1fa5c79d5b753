// What a task, a wait or a gate needs: names of others, evidence, conditions, and days before a date.
import { testsOf } from "../../policy/rules.ts";
import type { Fact, Need, Source } from "../../policy/types.ts";
import { parseConditions } from "../1-read/grammar/read-conditions.ts";
import type { Token } from "../1-read/tokens.ts";
import { invalidLabel, unknownEvidence, unknownTask } from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import { ConditionLinker } from "./conditions.ts";
import type { Linker } from "./linker.ts";
import { ambiguous } from "./names.ts";

/** A label's tokens, and where they are resolved. */
export interface NeedsContext {
  readonly label: string;
  readonly linker: Linker;
  /** The statuses of tasks, waits and gates, which conditions look at as if they were facts. */
  readonly statuses: ReadonlySet<Fact>;
}

const COUNTS = ["the", "one", "two", "three", "four", "five", "six", "seven"];
const JOINS = [",", "and"];
const WHAT = "tasks, waits, gates, evidence and facts in backticks";

/** The needs of one label, in order; what can't be read is reported and left out. */
export function readNeeds(tokens: readonly Token[], at: Source, context: NeedsContext): Need[] {
  const needs: Need[] = [];
  let run: Token[] = [];
  const flush = (): void => {
    needs.push(...conditionNeeds(trimmed(run), context));
    run = [];
  };
  const all = trimmed(tokens);
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
  if (all.length === 0) refuse("nothing", at, context);
  return needs;
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
  if (!("thing" in found) || !statuses.has(found.thing)) return undefined;
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
  const days = /^\d{1,4}$/.test(count.text) ? Number(count.text) : COUNTS.indexOf(count.text.toLowerCase());
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

/** "`a` or `b`": any of several tasks. */
function anyNode(tokens: readonly Token[], context: NeedsContext): Need[] | undefined {
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
  if ("thing" in found && !context.statuses.has(found.thing)) {
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
