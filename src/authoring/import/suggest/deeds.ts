// What a clause says is done or not done: verbs with the commands, options, branches and files that they are about.
import { command, type Deed, type Deeds, NARROWER, option, single, WIDER } from "./deed.ts";
import { files } from "./file-deeds.ts";
import { ofGit, PULL_REQUEST } from "./git-deeds.ts";
import { quote } from "./lex.ts";
import { named } from "./named-deeds.ts";
import { behindSeparators, type Clause, type Names, skipped } from "./objects.ts";
import { longest, matchAt, phrase } from "./phrase.ts";
import { ACTS, type Act, COMMAND_OF, IDLE, MANNER, OWNER_OF, TAIL_OPENERS } from "./vocabulary.ts";

/** Words behind a name by which only some of it is meant: “git commands that rewrite history”. */
const WHICH: ReadonlySet<string> = new Set(["that", "which", "who", "like", "such"]);
const HOOKS = phrase(
  "the|any|git|pre-commit|commit|pre-push|husky|commit-msg|local|these|those|all|safety* hooks|hook",
);

/** The deeds that stand from a place on; undefined where the first one can't be read. */
export function deedsAt(clause: Clause, at: number, before: Names | undefined): Deeds | undefined {
  const deeds: Deed[] = [];
  let i = at;
  let end = at;
  let passedOver: string | undefined;
  for (;;) {
    const { acts, next, manner } = actsAt(clause, i);
    const one = deedOf(clause, acts, next, before);
    if (one === undefined) {
      // “commit secrets, edit `x`”: what names nothing is passed over, and told.
      const next = deeds.length === 0 && passedOver === undefined ? nextDeed(clause, i) : undefined;
      if (next === undefined) break;
      passedOver = quote(clause.sentence, clause.words.slice(i, next.stop));
      i = next.at;
      continue;
    }
    const isFiles = (d: Deed): boolean => ["edit", "delete", "stage"].includes(d.kind);
    const how = (d: Deed): readonly string[] =>
      manner.filter((m) => !(isFiles(d) && m.startsWith("“manually”")));
    deeds.push(...one.deeds.map((d) => ({ ...d, notes: [...how(d), ...d.notes] })));
    end = one.end;
    const more = behindSeparators(clause.words, end);
    if (more === undefined || !goesOn(clause, more)) break;
    i = more;
  }
  if (deeds.length === 0 || WHICH.has(clause.words[end]?.low ?? "")) return undefined;
  if (passedOver !== undefined) {
    const note = `“${passedOver}” is not in it, ${NARROWER}`;
    return { deeds: deeds.map((d, n) => (n === 0 ? { ...d, notes: [...d.notes, note] } : d)), end };
  }
  const more = behindSeparators(clause.words, end);
  if (more === undefined || i === at || TAIL_OPENERS.has(clause.words[more]?.low ?? ""))
    return { deeds, end };
  // A second deed that nothing is known of: it is told.
  let stop = more;
  while (
    clause.words[stop] !== undefined &&
    !TAIL_OPENERS.has(clause.words[stop]?.low ?? "") &&
    stop < more + 8
  )
    stop++;
  const text = quote(clause.sentence, clause.words.slice(more, stop));
  return {
    deeds: deeds.map((d) => ({ ...d, notes: [...d.notes, `“${text}” is not in it, ${NARROWER}`] })),
    end: stop,
  };
}

/** Whether a verb goes on with what is said: “Never use `x`, use `y`” says what to do instead. */
function goesOn({ words }: Clause, at: number): boolean {
  const next = longest(words, skipped(words, at, IDLE), ACTS);
  if (next === undefined) return false;
  const isListed = words[at - 1]?.text !== ",";
  return isListed || !["use", "run", "pass", "create"].includes(next.value);
}

/** The next verb behind a comma or an “or”, where the first one is about nothing that is named. */
function nextDeed({ words }: Clause, at: number): { readonly stop: number; readonly at: number } | undefined {
  if (longest(words, skipped(words, at, IDLE), ACTS) === undefined) return undefined;
  for (let i = at + 1; i < Math.min(words.length, at + 9); i++) {
    if (words[i]?.kind === "code" || TAIL_OPENERS.has(words[i]?.low ?? "")) return undefined;
    const next = behindSeparators(words, i);
    if (next !== undefined && longest(words, skipped(words, next, IDLE), ACTS) !== undefined)
      return { stop: i, at: next };
  }
  return undefined;
}

/** Verbs one behind another, with words about the manner between them. */
function actsAt(
  { words }: Clause,
  at: number,
): { readonly acts: readonly Act[]; readonly next: number; readonly manner: readonly string[] } {
  const acts: Act[] = [];
  const manner: string[] = [];
  const idle = (from: number): number => {
    let i = skipped(words, from, IDLE);
    while (MANNER.has(words[i]?.low ?? "")) {
      manner.push(`“${words[i]?.low}” is not in it, ${WIDER}`);
      i = skipped(words, i + 1, IDLE);
    }
    return i;
  };
  let i = idle(at);
  for (;;) {
    const found = longest(words, i, ACTS);
    if (found === undefined) break;
    acts.push(found.value);
    i = found.end;
    const more = behindSeparators(words, i);
    const next = more === undefined ? undefined : longest(words, skipped(words, more, IDLE), ACTS);
    if (more === undefined || next === undefined) break;
    i = skipped(words, more, IDLE);
  }
  return { acts, next: idle(i), manner };
}

function deedOf(
  clause: Clause,
  acts: readonly Act[],
  at: number,
  before: Names | undefined,
): Deeds | undefined {
  const [first] = acts;
  if (first === undefined || first === "run" || first === "use" || first === "pass")
    return named(clause, first, at);
  if (acts.every((a) => COMMAND_OF[a] !== undefined)) return ofGit(clause, acts, at);
  const others = acts.findIndex((a) => COMMAND_OF[a] === undefined);
  if (others > 0) return mixed(clause, acts, others, at);
  if (first === "hooks") {
    const hooks = matchAt(clause.words, at, HOOKS);
    const by =
      hooks === undefined ? undefined : matchAt(clause.words, hooks, phrase("(|with|using|via|by|passing*"));
    const end = by !== undefined && clause.words[by]?.text === "--no-verify" ? by + 1 : hooks;
    return end === undefined
      ? undefined
      : single(option(["--no-verify"], OWNER_OF["--no-verify"] ?? [], []), end);
  }
  if (first === "create") {
    const commits = matchAt(clause.words, at, phrase("a|any|new|the* commit|commits"));
    if (commits !== undefined) return single({ ...command(["git commit"], []), isVerb: true }, commits);
    const end = matchAt(clause.words, at, PULL_REQUEST);
    return end === undefined ? undefined : single({ ...command(["gh pr create"], []), isVerb: true }, end);
  }
  const request = first === "read" ? matchAt(clause.words, at, PULL_REQUEST) : undefined;
  return request === undefined
    ? files(clause, acts, at, before)
    : single(command(["gh pr create"], []), request);
}

/** “Push or open a PR”, “force-push or rewrite history”: verbs of git, and another one with what it is about. */
function mixed(clause: Clause, acts: readonly Act[], others: number, at: number): Deeds | undefined {
  const { words, sentence } = clause;
  const own: Deed = {
    ...command(
      acts.slice(0, others).flatMap((a) => COMMAND_OF[a] ?? []),
      [],
    ),
    isVerb: true,
  };
  const request = matchAt(words, at, PULL_REQUEST);
  if (request !== undefined)
    return { deeds: [own, { ...command(["gh pr create"], []), isVerb: true }], end: request };
  if (words[at]?.kind === "code") return undefined;
  let end = at;
  while (
    words[end] !== undefined &&
    !TAIL_OPENERS.has(words[end]?.low ?? "") &&
    words[end]?.kind === "word" &&
    end < at + 4
  )
    end++;
  const from = Math.max(0, at - 1);
  const note = `“${quote(sentence, words.slice(from, end))}” is not in it, ${NARROWER}`;
  return end === at ? undefined : single({ ...own, notes: [note] }, end);
}
