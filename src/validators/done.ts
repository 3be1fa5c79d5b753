// What an action does, in the form in which it is remembered.
import type { Action, Done, Ran } from "../policy/types.ts";
import { canonical } from "../shell/quote.ts";
import type { Invocation, Reading } from "../shell/types.ts";

/** More programs, and longer lines, are not remembered. */
const MOST_PROGRAMS = 200;
const MOST_LINE = 4_000;

/** A program of no system. Whatever has succeeded for certain when it starts has done so when the text has. */
const PROBE = "bylaw-end-of-text";

/** What an action does. `read` reads a command's text as the checker does. */
export function doneBy(action: Action, read: (command: string) => Reading): Done {
  if (action.kind === "tool") return { kind: "tool", tool: action.tool };
  if (action.kind === "report") return { kind: "report", report: action.report };
  if (action.kind !== "command") return { kind: action.kind, path: action.path };
  const { invocations, problems, plain } = read(action.command);
  const programs = invocations.filter((i) => i.name !== "");
  const proven =
    plain === true
      ? new Set(invocations.map(keyOf))
      : problems.length === 0
        ? provenBy(action.command, read)
        : new Set<string>();
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

function ranBy(invocation: Invocation, proven: ReadonlySet<string>): Ran {
  const line = canonical(invocation);
  const { host, certain } = invocation;
  const short = line.slice(0, MOST_LINE);
  const unsure = !certain || line.length > MOST_LINE || invocation.name === undefined;
  return {
    line: short,
    ...(host === undefined ? {} : { host }),
    ...(proven.has(keyOf(invocation)) ? { proven: true } : {}),
    ...(unsure ? { unsure } : {}),
  };
}

/** The programs that have succeeded whenever the text has ended with status 0. */
function provenBy(command: string, read: (command: string) => Reading): ReadonlySet<string> {
  const { invocations, problems } = read(`{\n${command}\n} && ${PROBE}`);
  const probe = invocations.findLast((i) => i.name === PROBE);
  if (probe === undefined || problems.length > 0) return new Set();
  return new Set(
    probe.succeeded.flatMap((i) => (invocations[i] === undefined ? [] : [keyOf(invocations[i])])),
  );
}

/** What runs twice and succeeds once has succeeded. */
function keyOf(invocation: Invocation): string {
  return JSON.stringify([canonical(invocation), invocation.host, invocation.carriers]);
}
