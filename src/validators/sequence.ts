// What ran before in the same text, and with what success.
import { argumentsMatch, asksForHelp, programMatches } from "../pattern/match.ts";
import { all, any, type Truth } from "../pattern/truth.ts";
import type { CommandPattern } from "../policy/types.ts";
import type { SideBySide } from "../shell/types.ts";
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

/** How a command stands to those before it in the text. */
export type Earlier = "succeeded" | "maybe" | "reset" | "not here";

/**
 * Whether one of the patterns ran before: with certain success, or possibly. `reset` names what takes its success away
 * when it runs again in between.
 */
export function lastRun(
  patterns: readonly CommandPattern[],
  reset: readonly CommandPattern[],
  subject: Subject,
): Earlier {
  const { succeeded } = subject.invocation;
  for (let i = subject.position - 1; i >= 0; i--) {
    const again = isAny(reset, i, subject);
    if (again !== false) return again === true ? "reset" : "maybe";
    const truth = isAny(patterns, i, subject);
    if (truth === true && succeeded.includes(i)) return "succeeded";
    if (truth !== false) return "maybe";
  }
  return "not here";
}

/** Whether one of the patterns stands behind the command in the text. */
export function runsLater(patterns: readonly CommandPattern[], subject: Subject): boolean {
  const { invocations } = subject.reading;
  return invocations.some((_, i) => i > subject.position && isAny(patterns, i, subject) === true);
}

/** How many invocations up to this one match, for certain and at most. */
export function countUpTo(
  patterns: readonly CommandPattern[],
  subject: Subject,
): { certain: number; possible: number } {
  const truths = Array.from({ length: subject.position + 1 }, (_, i) => isAny(patterns, i, subject));
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
export function countBeside(
  patterns: readonly CommandPattern[],
  subject: Subject,
): { certain: number; possible: number } {
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
