// Sentences that would have stopped what went wrong, by what is different in what succeeded afterwards.
import { codeSpan } from "../import/said.ts";
import type { CommandLine, UsedOption } from "./command-line.ts";

/** A rule that may be meant, with what it blocks and passes. */
export interface Candidate {
  readonly sentence: string;
  readonly blocks: readonly string[];
  readonly passes: readonly string[];
  /** What speaks for it, in words that may stand behind `Because`. */
  readonly because: string;
  /** The smaller, the likelier. */
  readonly rank: number;
}

/** What is known of an incident, each command read. */
export interface Evidence {
  readonly failed: CommandLine;
  /** What succeeded afterwards with the same program, the nearest first. */
  readonly after: readonly CommandLine[];
  /** What succeeded before with the same program, the nearest first. */
  readonly before: readonly CommandLine[];
  /** What succeeded between it and the same command, which then succeeded. */
  readonly between: readonly CommandLine[];
  /** What succeeded right afterwards with another program. */
  readonly instead: CommandLine | undefined;
}

/** As many commands are shown as passing. */
const MOST_PASSES = 3;
const MOST = 10;

/** What may be meant, the likeliest first. Nothing is tried here. */
export function candidatesOf(evidence: Evidence): Candidate[] {
  const { failed, after, before } = evidence;
  const differing = after.filter((c) => c.shown !== failed.shown);
  const all = [
    ...differing
      .slice(0, 4)
      .flatMap((good, i) => differences(failed, good, evidence).map((c) => ({ ...c, rank: c.rank + i }))),
    ...orders(evidence),
    ...combinations(evidence),
    ...wrappers(evidence),
    ...counts(failed, before, after),
    ...whole(evidence),
  ];
  const sentences = new Set<string>();
  return all
    .sort((a, b) => a.rank - b.rank)
    .filter((c) => !sentences.has(c.sentence) && sentences.add(c.sentence))
    .slice(0, MOST);
}

/** What one command has and the other hasn't. */
function differences(failed: CommandLine, good: CommandLine, { after }: Evidence): Candidate[] {
  const words = commonWords(failed, good);
  const tool = codeSpan(words.join(" "));
  const missing = good.options.filter((o) => optionIn(failed, o.name) === undefined);
  const extra = failed.options.filter((o) => optionIn(good, o.name) === undefined);
  const changed = failed.options.flatMap((o) => {
    const other = optionIn(good, o.name);
    return other !== undefined && other.values.join("\n") !== o.values.join("\n")
      ? [{ from: o, to: other }]
      : [];
  });
  const own = failed.operands.filter((o) => !good.operands.includes(o) && !words.includes(o));
  const others = good.operands.filter((o) => !failed.operands.includes(o) && !words.includes(o));
  const isOther = failed.words.join(" ") !== good.words.join(" ");
  const operands = own.length + others.length > 0 ? 1 : 0;
  const count = missing.length + extra.length + changed.length + operands + (isOther ? 2 : 0);
  const make = (sentence: string, because: string, rank: number): Candidate => ({
    sentence,
    because,
    rank: rank + 10 * (count - 1),
    blocks: [failed.shown],
    passes: passing([good, ...after]),
  });
  return [
    ...missing.flatMap((o) => [
      make(`Always pass ${codeSpan(o.name)} to ${tool}.`, "it went wrong without, and well with it.", 0),
      ...valued(o).map((v) =>
        make(
          `Always pass ${codeSpan(o.name)} ${codeSpan(v)} to ${tool}.`,
          "it went wrong without, and well with it.",
          4,
        ),
      ),
    ]),
    ...changed.flatMap(({ from, to }) => [
      ...valued(from).map((v) =>
        make(
          `Never pass ${codeSpan(v)} as ${codeSpan(from.name)} to ${tool}.`,
          `it went wrong with ${codeSpan(v)}, and well with another value.`,
          1,
        ),
      ),
      ...valued(to).map((v) =>
        make(
          `Always pass ${codeSpan(to.name)} ${codeSpan(v)} to ${tool}.`,
          `it went well with ${codeSpan(v)}, and wrong with another value.`,
          3,
        ),
      ),
    ]),
    ...extra.map((o) =>
      make(`Never pass ${codeSpan(o.name)} to ${tool}.`, "it went wrong with it, and well without.", 2),
    ),
    ...own
      .slice(0, 3)
      .map((o) =>
        make(
          `Never run ${tool}, when any operand is ${codeSpan(o)}.`,
          `it went wrong with ${codeSpan(o)}, and well with another one.`,
          3,
        ),
      ),
  ];
}

/** The same command failed, then something else ran, then it succeeded. */
function orders({ failed, between }: Evidence): Candidate[] {
  return between.slice(0, 3).map((first, i) => ({
    sentence: `Always run ${codeSpan(first.words.join(" "))} before ${codeSpan(failed.words.join(" "))}.`,
    because: "it went wrong at first, and well after that had run.",
    rank: 1 + 2 * i,
    blocks: [failed.shown],
    passes: [`${first.shown} && ${failed.shown}`],
  }));
}

/** Two options that went well alone. */
function combinations({ failed, after, before }: Evidence): Candidate[] {
  const good = [...after, ...before];
  const names = failed.options.map((o) => o.name);
  return names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b): Candidate[] => {
      const withA = good.find((g) => optionIn(g, a) !== undefined && optionIn(g, b) === undefined);
      const withB = good.find((g) => optionIn(g, b) !== undefined && optionIn(g, a) === undefined);
      if (withA === undefined || withB === undefined) return [];
      const tool = commonWords(commonLine(failed, withA), withB);
      const sentence = `Never combine ${codeSpan(a)} with ${codeSpan(b)} on ${codeSpan(tool.join(" "))}.`;
      const because = "each went well alone, and both together went wrong.";
      return [{ sentence, because, rank: 0, blocks: [failed.shown], passes: passing([withA, withB]) }];
    }),
  );
}

/** The same program under another one: what carried it is a command of its own, with the program among its words. */
function wrappers({ failed, instead }: Evidence): Candidate[] {
  if (instead === undefined || instead.program === failed.program) return [];
  const carries = instead.shown.includes(failed.shown) || instead.operands.includes(failed.program);
  if (!carries) return [];
  return [
    {
      sentence: `Always run ${codeSpan(failed.program)} under ${codeSpan(instead.program)}.`,
      because: "it went wrong alone, and well under it.",
      rank: 0,
      blocks: [failed.shown],
      passes: [instead.shown],
    },
  ];
}

/** The same command had succeeded some times before, and not any more. */
function counts(
  failed: CommandLine,
  before: readonly CommandLine[],
  after: readonly CommandLine[],
): Candidate[] {
  const times = before.filter((b) => b.shown === failed.shown).length;
  if (times === 0 || times > 9 || after.some((a) => a.shown === failed.shown)) return [];
  const repeated = (n: number): string => Array.from({ length: n }, () => failed.shown).join(" && ");
  const unit = times === 1 ? "time" : "times";
  return [
    {
      sentence: `Never run ${codeSpan(failed.words.join(" "))} more than ${times} ${unit} in a run.`,
      because: `it went well ${times} ${unit}, and then wrong.`,
      rank: 8,
      blocks: [repeated(times + 1)],
      passes: [repeated(times)],
    },
  ];
}

/** The command itself: never, only when asked, or another one in its place. */
function whole({ failed, after, before, instead }: Evidence): Candidate[] {
  const words = failed.words.join(" ");
  const narrow = [
    failed.words.join(" "),
    ...failed.options.filter((o) => o.values.length === 0 && !o.masked).map((o) => o.name),
  ].join(" ");
  const others = [...after, ...before].filter((c) => c.words.join(" ") !== words);
  const rank = after.some((a) => a.words.join(" ") === words) ? 60 : 5;
  const passes = passing([
    ...others,
    ...(instead === undefined || instead.program === failed.program ? [] : [instead]),
  ]);
  const make = (pattern: string, more: number): Candidate => ({
    sentence: `Never run ${codeSpan(pattern)}.`,
    because: "it went wrong.",
    rank: rank + more,
    blocks: [failed.shown],
    passes,
  });
  return narrow === words ? [make(words, 0)] : [make(narrow, 0), make(words, 1)];
}

/** Distinct commands that are shown as passing. */
function passing(lines: readonly CommandLine[]): string[] {
  return [...new Set(lines.map((l) => l.shown))].slice(0, MOST_PASSES);
}

function optionIn({ options }: CommandLine, name: string): UsedOption | undefined {
  return options.find((o) => o.name === name);
}

/** A value that may stand in a sentence: known, one, and no secret. */
function valued({ values, masked }: UsedOption): string[] {
  const [value, ...more] = values;
  return value === undefined || more.length > 0 || masked || value.length > 80 || value.includes("`")
    ? []
    : [value];
}

/** The program with the plain words that both have. */
function commonWords(a: CommandLine, b: CommandLine): string[] {
  const end = a.words.findIndex((word, i) => b.words[i] !== word);
  return a.words.slice(0, end < 0 ? undefined : end);
}

function commonLine(a: CommandLine, b: CommandLine): CommandLine {
  return { ...a, words: commonWords(a, b) };
}
