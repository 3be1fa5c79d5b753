// Commands that stand in a section: on a line of their own, behind a label, in backticks or in a fence.
import type { Arguments } from "../../pattern/arguments.ts";
import { argumentsMatch, programMatches } from "../../pattern/match.ts";
import { all, any, type Truth } from "../../pattern/truth.ts";
import type { CommandPattern, Range, Tool } from "../../policy/types.ts";
import { readShell } from "../../shell/read.ts";
import type { PolicyIndex } from "../policy-index.ts";
import { fold } from "./fold.ts";
import { type Line, MAX_LINE } from "./lines.ts";

/** A command in a report. */
export interface ReportedCommand {
  readonly args: Arguments;
  readonly declaration: Tool | undefined;
  /** Whether it is one of those that were looked for. */
  readonly fits: Truth;
  /** The programs that carry it to another host: `ssh`. */
  readonly carriedBy: string | undefined;
  /** Whether words were left out of it. */
  readonly cut: boolean;
  readonly range: Range;
}

export interface ReportedCommands {
  readonly found: readonly ReportedCommand[];
  /** A place that may hold such a command and can't be read. */
  readonly unreadable: Range | undefined;
}

/** So many texts of a section are read as commands. */
const MOST_TEXTS = 1_000;
const LABEL = /^[^`'"\\$|&;<>(){}]{1,80}?: (?=\S)/;

interface Candidate {
  readonly text: string;
  readonly start: number;
}

/** The commands among lines that fit one of the patterns. */
export function commandsIn(
  lines: readonly Line[],
  patterns: readonly CommandPattern[],
  index: PolicyIndex,
): ReportedCommands {
  const names = patterns.flatMap((p) => namesOf(p.program, index)).map(fold);
  const found: ReportedCommand[] = [];
  let unreadable: Range | undefined;
  let count = 0;
  for (const { text, start } of candidates(lines)) {
    const folded = fold(text);
    if (!names.some((name) => folded.includes(name))) continue;
    const range = { start, end: start + text.length };
    if (++count > MOST_TEXTS) {
      unreadable ??= range;
      break;
    }
    const reading = readShell(text, index.reading);
    for (const invocation of reading.invocations) {
      const { tool, args, declaration } = index.read(invocation);
      const fits = any(patterns.map((p) => all([programMatches(p.program, tool), argumentsMatch(p, args)])));
      if (fits === false) continue;
      const words = [invocation.program, ...invocation.args];
      found.push({
        args,
        declaration,
        fits: invocation.certain && reading.problems.length === 0 ? fits : "unknown",
        carriedBy: invocation.host === undefined ? undefined : invocation.carriers[0],
        cut: words.some((w) => /(?:…|(?<![/.])\.{3})$/.test(w.raw)),
        range: { start: start + invocation.range.start, end: start + invocation.range.end },
      });
    }
    if (reading.problems.length > 0 && !found.some((f) => f.range.start >= range.start)) unreadable ??= range;
  }
  // Beside a command that was read, a sentence that only begins like one says nothing.
  const sure = found.filter((f) => f.fits === true);
  return { found: distinct(sure.length > 0 ? sure : found), unreadable };
}

/** What a program may be called; of a name with `*` the longest part. */
function namesOf(program: string, { policy }: PolicyIndex): readonly string[] {
  const [longest = ""] = program.split("*").sort((a, b) => b.length - a.length);
  const tool = policy.tools.find((t) => t.name === program);
  return [longest, ...(tool?.also ?? [])];
}

/** Texts that may be commands: what stands in backticks, a whole line, and what stands behind a label. */
function* candidates(lines: readonly Line[]): Generator<Candidate> {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || line.tooLong) continue;
    // A command may go on behind a backslash at the end of its line.
    const parts = [line.raw];
    for (let length = line.raw.length; lines[i]?.raw.endsWith("\\") && length < MAX_LINE; i++) {
      const next = lines[i + 1];
      if (next === undefined) break;
      parts.push(lines[i]?.ending ?? "\n", next.raw);
      length += next.raw.length + 2;
    }
    const raw = parts.join("");
    const front = /^[ \t>]*(?:[-*+•◦▪‣][ \t]+)?(?:[$#%][ \t]+)?/.exec(raw)?.[0].length ?? 0;
    const content = raw.slice(front).trimEnd();
    const start = line.start + front;
    for (const span of content.matchAll(/(`+)([^`]+)\1/g))
      yield { text: span[2] ?? "", start: start + span.index + (span[1]?.length ?? 0) };
    yield { text: content.replaceAll("\r\n", "\n"), start };
    const label = LABEL.exec(
      content.replace(/^(\*\*|__)(.{1,80}?)(:\1|\1:) /, (m) => `${"x".repeat(m.length - 2)}: `),
    );
    if (label !== null) yield { text: content.slice(label[0].length), start: start + label[0].length };
  }
}

/** The same command, read as a line and behind its label, is one. */
function distinct(found: readonly ReportedCommand[]): ReportedCommand[] {
  const seen = new Set<string>();
  return found.filter(({ range }) => {
    const key = `${range.start} ${range.end}`;
    return !seen.has(key) && seen.add(key).size > 0;
  });
}
