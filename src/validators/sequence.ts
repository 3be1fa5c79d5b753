// What ran before, and with what success: in the same text, and before it in the run.
import { argumentsMatch, asksForHelp, programMatches } from "../pattern/match.ts";
import { all, any, type Truth } from "../pattern/truth.ts";
import type { Past, RunHistory } from "../policy/history.ts";
import type { CommandPattern } from "../policy/types.ts";
import type { Invocation, SideBySide } from "../shell/types.ts";
import { holdsMore, partsOf } from "./past.ts";
import type { Subject } from "./subject.ts";

/** Whether the invocation at a position is what one of the patterns describes. */
export function isAny(patterns: readonly CommandPattern[], position: number, subject: Subject): Truth {
  return any(patterns.map((pattern) => isOne(pattern, position, subject)));
}

function isOne(pattern: CommandPattern, position: number, subject: Subject): Truth {
  const invocation = subject.reading.invocations[position];
  if (invocation === undefined || asksForHelp(pattern, invocation.args)) return false;
  const { tool, args } = subject.policy.read(invocation);
  const name = programMatches(pattern.program, tool);
  return name === false ? false : all([name, argumentsMatch(pattern, args)]);
}

/**
 * How a command stands to those before it. `not here`: it isn't in the text, and of the run nothing is known;
 * `not run`: the ledger has seen no success of it; `failed`: it failed when it ran last.
 */
export type Earlier = "succeeded" | "maybe" | "reset" | "not here" | "not run" | "failed";

export interface Looked {
  readonly patterns: readonly CommandPattern[];
  /** What takes its success away when it runs again in between. */
  readonly reset: readonly CommandPattern[];
  /** Whether an invocation is also what is looked for in other respects. */
  readonly also: (invocation: Invocation | undefined) => Truth;
}

/** Whether one of the patterns ran before: with certain success, or possibly. */
export function lastRun(looked: Looked, subject: Subject): Earlier {
  const { succeeded } = subject.invocation;
  const { invocations } = subject.reading;
  for (let i = subject.position - 1; i >= 0; i--) {
    const again = isAny(looked.reset, i, subject);
    if (again !== false) return again === true ? "reset" : "maybe";
    const truth = all([isAny(looked.patterns, i, subject), looked.also(invocations[i])]);
    if (truth === true && succeeded.includes(i)) return "succeeded";
    if (truth !== false) return "maybe";
  }
  const run = subject.ledger?.run();
  return run === undefined ? "not here" : pastRun(looked, run, subject);
}

/** What may have run, or may have failed, hides no earlier success; what did fail does. */
function pastRun(looked: Looked, run: RunHistory, subject: Subject): Earlier {
  const { past } = run;
  let maybe = false;
  for (let at = past.length - 1; at >= 0; at--) {
    const one = past[at];
    if (one === undefined) continue;
    if (holdsMore(one)) maybe = true;
    for (const part of partsOf(one, subject.policy).reverse()) {
      const again = all([part.fits(looked.reset), part.ran]);
      if (again === true) return "reset";
      if (again === "unknown") return "maybe";
      const fits = all([part.fits(looked.patterns), looked.also(part.invocation)]);
      if (fits === false) continue;
      if (fits === true && part.succeeded === true) return "succeeded";
      if (fits === true && part.succeeded === false && !maybe) return "failed";
      maybe = true;
    }
  }
  return maybe ? "maybe" : run.recorded || run.whole ? "not run" : "not here";
}

/** Whether one of the patterns stands behind the command in the text. */
export function runsLater(patterns: readonly CommandPattern[], subject: Subject): boolean {
  const { invocations } = subject.reading;
  return invocations.some((_, i) => i > subject.position && isAny(patterns, i, subject) === true);
}

/** How often something ran, for certain and at most. */
export interface Count {
  readonly certain: number;
  readonly possible: number;
}

/** How many invocations up to this one match, for certain and at most. */
export function countUpTo(patterns: readonly CommandPattern[], subject: Subject): Count {
  const truths = Array.from({ length: subject.position + 1 }, (_, i) => isAny(patterns, i, subject));
  return countOf(truths);
}

/** How many of the programs that were done before match and ran. */
export function countPast(
  patterns: readonly CommandPattern[],
  past: readonly Past[],
  subject: Subject,
  ran: (part: { readonly ran: Truth }) => Truth,
): Count {
  const truths = past.flatMap((one): Truth[] => [
    ...partsOf(one, subject.policy).map((part) => all([part.fits(patterns), ran(part)])),
    ...(holdsMore(one) ? (["unknown"] as const) : []),
  ]);
  return countOf(truths);
}

function countOf(truths: readonly Truth[]): Count {
  return {
    certain: truths.filter((t) => t === true).length,
    possible: truths.filter((t) => t !== false).length,
  };
}

/** Programs that run what they carry side by side, or leave it running. */
const SPREADING = [
  "parallel",
  "xargs",
  "tmux",
  "screen",
  "systemd-run",
  "daemonize",
  "start-stop-daemon",
  "at",
  "batch",
];

/**
 * How many invocations that match run when this one has started, itself among them: for certain and at most. Certain are
 * those in the background or in a pipe with it, that nothing has waited for.
 */
export function countBeside(patterns: readonly CommandPattern[], subject: Subject): Count {
  const { position, reading } = subject;
  const own = isAny(patterns, position, subject);
  const spreads = (i: number): boolean =>
    reading.invocations[i]?.carriers.some((name) => SPREADING.includes(name)) === true;
  // What such a program carries is read once, however often it runs it.
  const most = spreads(position) ? Number.POSITIVE_INFINITY : 1;
  const found = { certain: own === true ? 1 : 0, possible: own === false ? 0 : most };
  const groups = (reading.beside ?? []).filter(
    (g) => g.behind <= position && (g.over ?? Infinity) > position,
  );
  const sure = coverage(groups.filter((g) => (g.perhaps ?? Infinity) > position));
  const maybe = coverage(groups);
  for (let i = 0; i < position; i++) {
    if (!maybe(i) && !spreads(i)) continue;
    const truth = isAny(patterns, i, subject);
    if (truth === true && sure(i)) found.certain++;
    if (truth !== false) found.possible++;
  }
  return found;
}

/** Whether an index lies in one of some groups; asked in rising order. */
function coverage(groups: readonly SideBySide[]): (index: number) => boolean {
  const ordered = [...groups].sort((a, b) => a.first - b.first);
  let [next, end] = [0, 0];
  return (index) => {
    for (let group = ordered[next]; group !== undefined && group.first <= index; group = ordered[++next])
      end = Math.max(end, group.behind);
    return index < end;
  };
}
