// What an action does, in the form in which it is remembered.
import type { Action, Done, Ran } from "../policy/types.ts";
import { canonical } from "../shell/quote.ts";
import type { Invocation, Reading } from "../shell/types.ts";

/** More programs, and longer lines, are not remembered. */
const MOST_PROGRAMS = 200;
const MOST_LINE = 4_000;

/** What an action does, by what the checker reads in a command. */
export function doneBy(action: Action, reading: Reading): Done {
  if (action.kind === "tool") return { kind: "tool", tool: action.tool };
  if (action.kind === "report") return { kind: "report", report: action.report };
  if (action.kind !== "command") return { kind: action.kind, path: action.path };
  const { invocations, problems, proven: sure } = reading;
  const programs = invocations.filter((i) => i.name !== "");
  const proven = problems.length > 0 ? new Set<Invocation>() : provenOf(invocations, sure);
  const powershell = action.shell === "powershell";
  const cut = programs.slice(0, MOST_PROGRAMS);
  const more = powershell || problems.length > 0 || programs.length > cut.length;
  const alone = !more && isAlone(programs);
  return {
    kind: "command",
    ran: cut.map((i) => ranBy(i, proven)),
    ...(alone ? { alone } : {}),
    ...(more ? { more } : {}),
  };
}

/** Whether all programs but the last are those that carry it. */
function isAlone(programs: readonly Invocation[]): boolean {
  const last = programs[programs.length - 1];
  const carriers = programs.slice(0, -1).map((i) => i.name ?? "");
  return last?.certain === true && JSON.stringify(carriers) === JSON.stringify(last.carriers);
}

function ranBy(invocation: Invocation, proven: ReadonlySet<Invocation>): Ran {
  const line = canonical(invocation);
  const { host, certain } = invocation;
  const short = line.slice(0, MOST_LINE);
  const unsure = !certain || line.length > MOST_LINE || invocation.name === undefined;
  return {
    line: short,
    ...(host === undefined ? {} : { host }),
    ...(proven.has(invocation) ? { proven: true } : {}),
    ...(unsure ? { unsure } : {}),
  };
}

/** What runs twice and succeeds once has succeeded. */
/** The programs that have succeeded: what runs twice and succeeds once has. */
function provenOf(invocations: readonly Invocation[], sure: readonly number[]): ReadonlySet<Invocation> {
  const known = sure.flatMap((at) => invocations[at] ?? []);
  if (known.length === invocations.length) return new Set(known);
  const keys = new Set(known.map(keyOf));
  return new Set(invocations.filter((i) => keys.has(keyOf(i))));
}

function keyOf(invocation: Invocation): string {
  return JSON.stringify([canonical(invocation), invocation.host, invocation.carriers]);
}
