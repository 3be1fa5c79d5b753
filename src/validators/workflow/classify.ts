// Reads a task's output: its status and what is captured, by literal texts alone, in linear time.
import { spans } from "../../pattern/literal.ts";
import type { Signal, Status, Task } from "../../policy/types.ts";
import { namesOf } from "../../policy/workflows.ts";
import { code, series } from "../words.ts";

export interface Classified {
  readonly schemaVersion: 1;
  readonly task: string;
  /** Undefined where nothing matched: the status stays as it is. */
  readonly status: Status | undefined;
  readonly captures: Readonly<Record<string, string>>;
  /** The texts that told it, and what else is to be known. */
  readonly matched: readonly string[];
  readonly notes: readonly string[];
}

const KINDS = [
  ["Blocked", "blocked"],
  ["Fail", "fails"],
  ["Pass", "passes"],
  ["Waived", "waived"],
  ["In Progress", "starts"],
] as const;

/**
 * The status that an output, and perhaps an exit status, gives a task. What blocks it comes first: a task that could
 * not begin may say that it failed. Both pass and fail is Fail.
 */
export function classify(task: Task, output: string, exit: number | undefined): Classified {
  const lines = output.split(/\r?\n/);
  const holes = task.captures.map((c) => c.name);
  const notes: string[] = [];
  const matched: string[] = [];
  const statuses: Status[] = [];
  for (const [status, kind] of KINDS) {
    const texts = task[kind].flatMap((signal) => told(signal, lines, holes, exit) ?? []);
    if (texts.length > 0) statuses.push(status);
    matched.push(...texts);
  }
  const signals = KINDS.flatMap(([, kind]): readonly Signal[] => task[kind]);
  if (exit === undefined && signals.some((s) => "exits" in s))
    notes.push("the exit status was not given, and some lines of the task hang on it");
  const [status] = statuses;
  if (statuses.includes("Fail") && statuses.includes("Pass"))
    notes.push("the output says both pass and fail");
  if (status === "Blocked" && statuses.includes("Fail"))
    notes.push("the output says fail too; what blocks the task comes first");
  const hangsOn = namesOf(signals.flatMap((s) => ("holds" in s ? s.holds : [])));
  if (status === undefined) notes.push("nothing in the output matches; the status stays as it is");
  if (status === undefined && hangsOn.length > 0)
    notes.push(`it hangs on ${series([...new Set(hangsOn)].map(code))} too, which the output doesn't tell`);
  const captures: [string, string][] = [];
  for (const { name, from } of task.captures) {
    if (captures.some(([known]) => known === name)) continue;
    const value = captured(from, name, lines, holes);
    if (value !== undefined) captures.push([name, value]);
  }
  for (const name of new Set(holes)) {
    if (status === "In Progress" && !captures.some(([known]) => known === name))
      notes.push(`\`${name}\` is nowhere in the output`);
  }
  return {
    schemaVersion: 1,
    task: task.name,
    status,
    captures: Object.fromEntries(captures),
    matched,
    notes,
  };
}

/** What of a signal was found; undefined where it doesn't hold, or hangs on facts. */
function told(
  signal: Signal,
  lines: readonly string[],
  holes: readonly string[],
  exit: number | undefined,
): string[] | undefined {
  if ("exits" in signal) return exit === signal.exits ? [`it exits ${signal.exits}`] : undefined;
  if ("holds" in signal) return undefined;
  const found = signal.texts.every((text) => lines.some((line) => spans(text, line, holes) !== undefined));
  return found ? [...signal.texts] : undefined;
}

function captured(
  text: string,
  name: string,
  lines: readonly string[],
  holes: readonly string[],
): string | undefined {
  for (const line of lines) {
    const value = spans(text, line, holes)?.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}
