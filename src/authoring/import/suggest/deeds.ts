// What a clause says is done or not done: verbs with the commands, options, branches and files that they are about.
import { looksLikeFile } from "../plausible.ts";
import { quote } from "./lex.ts";
import { behindSeparators, type Clause, type Names, namesAt, skipped } from "./objects.ts";
import { longest, matchAt, phrase } from "./phrase.ts";
import { isCommandText } from "./programs.ts";
import {
  ACTS,
  type Act,
  BRANCHES,
  COMMAND_OF,
  DOING,
  IDLE,
  MANNER,
  OWNER_OF,
  TAIL_OPENERS,
} from "./vocabulary.ts";

/** One thing that is done. `what` are commands, options, files or branches, as `kind` says. */
export interface Deed {
  readonly kind: "command" | "option" | "edit" | "read" | "delete" | "stage" | "branch";
  readonly what: readonly string[];
  /** The commands that options or branches belong to. */
  readonly of: readonly string[];
  /** Why it may be wider or narrower than the words. */
  readonly notes: readonly string[];
  /** Whether a name is code of some kind, where nothing but backticks says so. */
  readonly unknown: boolean;
  /** Whether a verb alone names the command: “commit”. */
  readonly isVerb?: boolean;
}

export interface Deeds {
  readonly deeds: readonly Deed[];
  readonly end: number;
}

const WIDER = "so it is wider";
const NARROWER = "so it is narrower";
/** Words behind a name by which only some of it is meant: “git commands that rewrite history”. */
const WHICH: ReadonlySet<string> = new Set(["that", "which", "who", "like", "such"]);
const OBJECTS_OF_GIT: ReadonlySet<string> = new Set(
  "changes code anything everything work it them your any the all a new commits commit history local".split(
    " ",
  ),
);
const TO_REMOTE = phrase("to the? remote|repo|repository|github|git|origin repository?");
const TO_BRANCH = phrase("to|on|onto|into|in|against");
const HOOKS = phrase(
  "the|any|git|pre-commit|commit|pre-push|husky|commit-msg|local|these|those|all|safety* hooks|hook",
);
const PURPOSE = phrase(
  "to skip|bypass|avoid|circumvent the|any|git|pre-commit|commit|pre-push|failing* hooks|hook|checks|check|validation",
);
const PULL_REQUEST = phrase("a|any|the|your|new|open* pr|prs|pull requests|request?");

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
): { readonly deeds: readonly Deed[]; readonly end: number } | undefined {
  const [first] = acts;
  if (first === undefined || first === "run" || first === "use" || first === "pass")
    return named(clause, first, at);
  if (acts.every((a) => COMMAND_OF[a] !== undefined)) return ofGit(clause, acts, at);
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

/** Commands, or options and whose they are. */
function named(
  clause: Clause,
  act: Act | undefined,
  at: number,
): { readonly deeds: readonly Deed[]; readonly end: number } | undefined {
  const found = namesAt(clause, at, "command");
  if (found === undefined) return undefined;
  const texts = found.names.map((n) => n.text.replace(/(--[\w-]+)\*$/, "$1"));
  const isPart = found.names.some((n) => /--[\w-]+\*$/.test(n.text));
  const beside = [...besideNotes(found), ...(isPart ? [`the star is not in it, ${NARROWER}`] : [])];
  if (texts[0]?.startsWith("-") === true) {
    const isOption = (t: string): boolean => /^--?[A-Za-z][\w-]*(?:=\S+)?$/.test(t);
    const options = texts.filter(isOption);
    const others = texts.filter((t) => !isOption(t));
    if (options.length === 0) return undefined;
    const { of, end, notes } = ownersAt(clause, found.end, options);
    const more = others.length === 0 ? [] : [`“${others.join("”, “")}” is not in it, ${NARROWER}`];
    return of.length === 0 ? undefined : single(option(options, of, [...beside, ...notes, ...more]), end);
  }
  if (act === "pass") return undefined;
  const known = texts.filter((t) => isCommandText(t, clause.isKnown));
  const by =
    known.length === texts.length && beside.length === 0
      ? matchAt(clause.words, found.end, phrase("with|using the|a?"))
      : undefined;
  const given = by === undefined ? undefined : namesAt(clause, by, "command");
  if (given?.names.every((n) => /^--?[A-Za-z][\w-]*(?:=\S+)?$/.test(n.text)) === true)
    return single(
      option(
        given.names.map((n) => n.text),
        known,
        [...beside, ...besideNotes(given)],
      ),
      given.end,
    );
  if (known.length === 0) {
    const plausible =
      act === "run" && texts.every((t) => /^[a-z_][\w.+:-]*(?: [\w./:=@<>,+*"'-]+)*$/.test(t));
    if (!plausible) return undefined;
    const note = `nothing says that \`${texts[0]?.split(" ", 1)[0]}\` is a command`;
    return single({ ...command(texts, [...beside, note]), unknown: true }, found.end);
  }
  const other = texts.filter((t) => !known.includes(t));
  const left = other.length === 0 ? [] : [`“${other.join("”, “")}” is not in it, ${NARROWER}`];
  return single(command(known, [...beside, ...left]), found.end);
}

/** The commands that options belong to: said behind them, or known of the options. */
function ownersAt(
  clause: Clause,
  at: number,
  options: readonly string[],
): { readonly of: readonly string[]; readonly end: number; readonly notes: readonly string[] } {
  const { words, isKnown } = clause;
  const to = matchAt(
    words,
    at,
    phrase("to|with|on|for|in|when|while|during you? run|running|use|using|call|calling?"),
  );
  const own = to === undefined ? undefined : longest(words, to, DOING);
  const purpose = matchAt(words, at, PURPOSE);
  const skips = purpose !== undefined && options.every((o) => OWNER_OF[o] !== undefined);
  if (own !== undefined) return { of: [own.value], end: own.end, notes: [] };
  const names = to === undefined ? undefined : namesAt(clause, to, "command");
  const of = names?.names.map((n) => n.text).filter((t) => isCommandText(t, isKnown)) ?? [];
  if (names !== undefined && of.length > 0) return { of, end: names.end, notes: besideNotes(names) };
  const owners = options.map((o) => OWNER_OF[o.split("=", 1)[0] ?? ""] ?? []);
  const known = (owners[0] ?? []).filter((c) => owners.every((own) => own.includes(c)));
  const dropped = [...new Set(owners.flat())].filter((c) => !known.includes(c));
  const less = dropped.map((c) => `\`${c}\` is not in it, ${NARROWER}`);
  return {
    of: known,
    end: skips ? purpose : at,
    notes: known.length === 0 ? [] : ["the command that the option belongs to is named", ...less],
  };
}

/** Acts that are commands of git: to a branch, with an option, of files, or as they are. */
function ofGit(
  clause: Clause,
  acts: readonly Act[],
  at: number,
): { readonly deeds: readonly Deed[]; readonly end: number } | undefined {
  const { words, sentence } = clause;
  const commands = acts.flatMap((a) => COMMAND_OF[a] ?? []);
  let i = skipped(words, skipped(words, at, OBJECTS_OF_GIT), IDLE);
  const request = acts.includes("merge") ? matchAt(words, at, PULL_REQUEST) : undefined;
  if (request !== undefined)
    return single(
      command(["gh pr merge"], [`merging elsewhere than by \`gh\` is not in it, ${NARROWER}`]),
      request,
    );
  i = matchAt(words, i, TO_REMOTE) ?? i;
  i = skipped(words, i, IDLE);
  const to = matchAt(words, i, TO_BRANCH);
  const branches = to === undefined ? undefined : branchesAt(clause, to);
  if (branches !== undefined && !acts.includes("merge")) return toBranch(acts, branches);
  const by = matchAt(words, i, phrase("with|using the?"));
  const options = by === undefined ? undefined : namesAt(clause, by, "command");
  if (options?.names.every((n) => n.text.startsWith("-")) === true)
    return single(
      option(
        options.names.map((n) => n.text),
        commands,
        besideNotes(options),
      ),
      options.end,
    );
  const stands = words[i];
  if (
    acts[0] === "commit" &&
    acts.length === 1 &&
    stands !== undefined &&
    stands.kind !== "mark" &&
    !TAIL_OPENERS.has(stands.low)
  ) {
    const found = namesAt(clause, at, "file");
    return found === undefined ? undefined : fileDeeds("stage", found);
  }
  const history = matchAt(
    words,
    at,
    phrase(
      "any|the|a|an* pushed|shared|public|published|existing|previous|remote|protected|main|old|others'* commits|commit|branches|branch|history",
    ),
  );
  if (history !== undefined && history > at) {
    const text = quote(sentence, words.slice(at, history));
    const notes = /^(?:any |the |an? )?(?:existing |previous )?(?:commits?|history)$/i.test(text)
      ? []
      : [`“${text}” is not in it, ${WIDER}`];
    return single({ ...command(commands, notes), isVerb: true }, history);
  }
  const closes =
    stands === undefined || stands.kind === "mark" || TAIL_OPENERS.has(stands.low) || isPassive(stands.low);
  return closes || behindSeparators(words, i) !== undefined || MANNER.has(stands.low)
    ? single({ ...command(commands, []), isVerb: true }, i)
    : undefined;
}

function isPassive(word: string): boolean {
  return ["locally", "is", "are", "requires", "require", "needs", "need", "must", "should"].includes(word);
}

function toBranch(
  acts: readonly Act[],
  { branches, end }: { readonly branches: readonly string[]; readonly end: number },
): { readonly deeds: readonly Deed[]; readonly end: number } {
  const forced = acts.every((a) => a === "force-push");
  const committed = acts.includes("commit") || acts.includes("rebase") || acts.includes("amend");
  const unseen = forced
    ? "`--force-with-lease` and a push that names no branch are not in it"
    : "a push that names no branch is not in it";
  const notes = [
    ...(committed ? [`no command says to which branch a commit goes: what is seen is the push`] : []),
    `${unseen}, ${NARROWER}`,
  ];
  return single(
    { kind: "branch", what: branches, of: forced ? ["--force"] : [], notes, unknown: false },
    end,
  );
}

/** Branches in backticks, or by a name that most have: `main`, main/master. */
function branchesAt(
  { words }: Clause,
  at: number,
): { readonly branches: string[]; readonly end: number } | undefined {
  const branches: string[] = [];
  let end = at;
  for (let i = skipped(words, at, new Set(["the", "either"])); i < words.length; ) {
    const word = words[i];
    const names = word?.kind === "code" ? [word.text] : (word?.low.split("/") ?? []);
    const isBranch = names.every((n) =>
      word?.kind === "code" ? /^[\w./-]+$/.test(n) && !n.startsWith("-") : BRANCHES.has(n),
    );
    if (!isBranch || names.length === 0) break;
    branches.push(...names);
    end = skipped(words, i + 1, new Set(["branch", "branches"]));
    const next = behindSeparators(words, end);
    if (next === undefined) break;
    i = skipped(words, next, new Set(["the"]));
  }
  return branches.length === 0 ? undefined : { branches, end };
}

function files(
  clause: Clause,
  acts: readonly Act[],
  at: number,
  before: Names | undefined,
): { readonly deeds: readonly Deed[]; readonly end: number } | undefined {
  const { words } = clause;
  const kinds = [...new Set(acts.map((a) => (a === "read" || a === "delete" || a === "stage" ? a : "edit")))];
  const own = kinds.includes("edit") ? kinds.filter((k) => k !== "delete" && k !== "stage") : kinds;
  const found = namesAt(clause, at, "file");
  if (found !== undefined) {
    const read = own.map((kind) => fileDeeds(kind, found));
    if (read.includes(undefined)) return undefined;
    return { deeds: read.flatMap((r) => r?.deeds ?? []), end: found.end };
  }
  const it = skipped(words, at, new Set(["it", "them", "this", "these", "those", "file", "files"]));
  const next = words[it];
  const closes =
    next === undefined ||
    next.kind === "mark" ||
    TAIL_OPENERS.has(next.low) ||
    IDLE.has(next.low) ||
    MANNER.has(next.low);
  if (before === undefined || !closes) return undefined;
  const read = own.flatMap((kind) => fileDeeds(kind, before)?.deeds ?? []);
  return read.length === 0 ? undefined : { deeds: read, end: it };
}

function fileDeeds(
  kind: "edit" | "read" | "delete" | "stage",
  found: Names,
): { readonly deeds: readonly Deed[]; readonly end: number } | undefined {
  const globs = found.names.map(({ text, inFolder }) => asGlob(text, inFolder));
  if (kind === "stage" && !found.names.every(({ text }) => text.endsWith("/") || looksLikeFile(text)))
    return undefined;
  if (!globs.every((g) => /^[^\s`()<>|;"']+$/.test(g) && !g.startsWith("-"))) return undefined;
  return single({ kind, what: globs, of: [], notes: besideNotes(found), unknown: false }, found.end);
}

/** A folder as the glob of all that is in it. */
function asGlob(text: string, inFolder: boolean): string {
  const path = text.replace(/^\.\/(?=.)/, "");
  if (path.endsWith("/")) return `${path}**`;
  return inFolder && !/[*?]/.test(path) && !/\.\w{1,5}$/.test(path) ? `${path}/**` : path;
}

function besideNotes({ beside }: Names): string[] {
  return beside.map((text) => `“${text}” is not in it, ${NARROWER}`);
}

function command(what: readonly string[], notes: readonly string[]): Deed {
  return { kind: "command", what, of: [], notes, unknown: false };
}

function option(what: readonly string[], of: readonly string[], notes: readonly string[]): Deed {
  return { kind: "option", what, of, notes, unknown: false };
}

function single(deed: Deed, end: number): { readonly deeds: readonly Deed[]; readonly end: number } {
  return { deeds: [deed], end };
}
