// Reads a task's output: its status and what is captured, by literal texts alone, in linear time.
import type { Signal, Status, Task } from "../../policy/types.ts";

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
  ["Fail", "fails"],
  ["Blocked", "blocked"],
  ["Pass", "passes"],
  ["Waived", "waived"],
  ["In Progress", "starts"],
] as const;

/** The status that an output, and perhaps an exit status, gives a task. Both pass and fail is Fail. */
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
  if (status === "Fail" && statuses.includes("Pass")) notes.push("the output says both pass and fail");
  if (status === undefined) notes.push("nothing in the output matches; the status stays as it is");
  const captures: [string, string][] = [];
  for (const { name, from } of task.captures) {
    const value = captured(from, name, lines, holes);
    if (value !== undefined) captures.push([name, value]);
    else if (status === "In Progress") notes.push(`\`${name}\` is nowhere in the output`);
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

/**
 * Whether a line holds a text, and what stands in the text's `{holes}`: each ends where the literal part behind it
 * begins, the last one at the end of the line. Undefined where the line doesn't hold it.
 */
export function spans(text: string, line: string, holes: readonly string[]): Map<string, string> | undefined {
  const { pieces, names } = split(text, holes);
  const found = new Map<string, string>();
  let start = line.indexOf(pieces[0] ?? "");
  if (start < 0) return undefined;
  start += (pieces[0] ?? "").length;
  for (const [i, name] of names.entries()) {
    const piece = pieces[i + 1] ?? "";
    const end = piece === "" ? line.length : line.indexOf(piece, start + 1);
    const value = end < 0 ? "" : line.slice(start, end).trim();
    if (value === "") return undefined;
    found.set(name, value);
    start = end + piece.length;
  }
  return found;
}

/** The literal parts of a text, and the declared holes between them. Other braces are literal. */
function split(text: string, holes: readonly string[]): { pieces: string[]; names: string[] } {
  const pieces: string[] = [];
  const names: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/\{([A-Za-z_][\w-]*)\}/g)) {
    const name = match[1] ?? "";
    if (!holes.includes(name)) continue;
    pieces.push(text.slice(from, match.index));
    names.push(name);
    from = match.index + match[0].length;
  }
  return { pieces: [...pieces, text.slice(from)], names };
}
