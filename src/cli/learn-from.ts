// What a run of the ledger teaches: candidates for a rule, tried with the checker in the project.
import { type Candidate, candidatesOf, type Evidence } from "../authoring/from-run/candidates.ts";
import { type CommandLine, type FindTool, isMasked, readLine } from "../authoring/from-run/command-line.ts";
import { type Incident, type RunSeen, seenIn } from "../authoring/from-run/incidents.ts";
import { entryOf } from "../authoring/learn/learning.ts";
import { isConflicting } from "../authoring/learn/settle.ts";
import type { SourceFile } from "../compiler/compile.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Policy } from "../policy/types.ts";
import { UsageError } from "./command.ts";
import { compileSources } from "./compile-project.ts";
import { knownTools } from "./io/known-tools.ts";
import type { Project } from "./io/project.ts";
import { readSources } from "./io/sources.ts";
import { existingRun } from "./runs.ts";

/** A candidate that the checker has confirmed: what it shows as blocked is denied, what it shows as passing is not. */
export interface Confirmed extends Candidate {
  /** False where something that had succeeded before would have been denied. */
  readonly fitsBefore: boolean;
}

export interface Taught {
  readonly run: string;
  readonly incidents: readonly Incident[];
  /** The number of the incident that the candidates are about, from 1. */
  readonly about: number;
  readonly candidates: readonly Confirmed[];
  /** Rules that say already what a candidate says, by their ids. */
  readonly known: readonly string[];
}

/** The file that candidates are tried in, beside the project's own. */
const TRIAL = "learnings/candidates-of-a-run.md";

/** The run with the newest incident. A usage error where no run has one. */
export function lastRun(ledger: Ledger): string {
  let newest: { run: string; at: string } | undefined;
  for (const { file } of ledger.files()) {
    const events = ledger.readFile(file)?.events ?? [];
    const last = seenIn(events).incidents.at(-1);
    const run = events[0]?.run;
    if (last !== undefined && run !== undefined && (newest === undefined || last.at > newest.at))
      newest = { run, at: last.at };
  }
  if (newest === undefined)
    throw new UsageError("in no run that is written down was a command denied, asked about, or failed");
  return newest.run;
}

/** What an incident of a run teaches; without a number it is the last one. */
export function taughtBy(
  project: Project,
  ledger: Ledger,
  run: string,
  number: number | undefined,
  date: string,
): Taught {
  const events = ledger.readFile(existingRun(ledger, run))?.events ?? [];
  const seen = seenIn(events);
  const about = number ?? seen.incidents.length;
  const incident = seen.incidents[about - 1];
  if (seen.incidents.length === 0)
    throw new UsageError(`in run ${run} no command was denied, asked about, or failed`);
  if (incident === undefined) throw new UsageError(`expected --at from 1 to ${seen.incidents.length}`);
  const { files } = readSources(project);
  const { policy } = compileSources(project, files, []).compiled;
  const evidence = evidenceOf(incident, seen, toolsOf(policy));
  const candidates = evidence === undefined ? [] : candidatesOf(evidence);
  const isThere = (c: Candidate): string | undefined =>
    policy.rules.find((r) => r.sentence === c.sentence)?.id;
  const known = [...new Set(candidates.flatMap((c) => isThere(c) ?? []))];
  const fresh = candidates.filter(
    (c) => isThere(c) === undefined && !isMasked(`${c.sentence}${c.blocks.join()}${c.passes.join()}`),
  );
  const earlier = evidence?.before.slice(0, 5).map((b) => b.shown) ?? [];
  return {
    run,
    incidents: seen.incidents,
    about,
    candidates: confirmed(project, files, fresh, earlier, date),
    known,
  };
}

/** Declarations by the longest words that have one: the project's own, else those that come with Bylaw. */
function toolsOf({ tools }: Policy): FindTool {
  return (words) => {
    const all = [...tools.filter((t) => t.declared), ...knownTools(words[0] ?? "")];
    for (let n = words.length; n > 0; n--) {
      const name = words.slice(0, n).join(" ");
      const found = all.find((t) => t.name === name || t.also.includes(name));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function evidenceOf(incident: Incident, { succeeded }: RunSeen, findTool: FindTool): Evidence | undefined {
  const failed = readLine(incident.line, findTool);
  if (failed === undefined) return undefined;
  const read = succeeded.flatMap(({ line, order }) => {
    const command = readLine(line, findTool);
    return command === undefined ? [] : [{ command, order }];
  });
  const later = read.filter((r) => r.order > incident.order);
  const same = (c: CommandLine): boolean => c.program === failed.program;
  const again = later.find((r) => r.command.shown === failed.shown);
  const between = again === undefined ? [] : later.filter((r) => r.order < again.order && !same(r.command));
  return {
    failed,
    after: later.map((r) => r.command).filter(same),
    before: read
      .filter((r) => r.order < incident.order)
      .map((r) => r.command)
      .filter(same)
      .reverse(),
    between: between.map((r) => r.command).reverse(),
    instead: later[0]?.command,
  };
}

/**
 * Tries all candidates in one document; those remain whose examples come out as they say. That they can't all be kept
 * together is no matter; whether the chosen one fits the project's rules is tried when it is added.
 */
function confirmed(
  project: Project,
  files: readonly SourceFile[],
  candidates: readonly Candidate[],
  earlier: readonly string[],
  date: string,
): Confirmed[] {
  const tries = candidates.flatMap((c, i) => [
    { id: `candidate-${i}`, passes: c.passes, blocks: c.blocks, sentence: c.sentence },
    { id: `candidate-${i}-before`, passes: earlier, blocks: [], sentence: c.sentence },
  ]);
  const lines: string[] = ["# Candidates", "", `## ${date} — Tried`, ""];
  const owners: (string | undefined)[] = lines.map(() => undefined);
  const unreadable = new Set<string>();
  for (const { id, ...rest } of tries) {
    const made = entryOf({ date, title: "Tried", id, ...rest });
    if (!("entry" in made)) unreadable.add(id);
    else
      for (const line of made.entry.trim().split("\n").slice(2)) {
        lines.push(line);
        owners.push(id);
      }
  }
  const { diagnostics } = compileSources(
    project,
    [...files, { file: TRIAL, text: `${lines.join("\n")}\n` }],
    [],
  );
  const wrong = new Set(
    diagnostics
      .filter((d) => d.severity === "error" && d.source.file === TRIAL && !isConflicting([d]))
      .map((d) => owners[d.source.line - 1]),
  );
  return candidates
    .flatMap((c, i): Confirmed[] => {
      const id = `candidate-${i}`;
      if (wrong.has(id) || unreadable.has(id)) return [];
      return [{ ...c, fitsBefore: !wrong.has(`${id}-before`) }];
    })
    .sort((a, b) => Number(b.fitsBefore) - Number(a.fitsBefore));
}
