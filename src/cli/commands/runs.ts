// bylaw runs: what the ledger holds. Lists runs, shows and verifies them, ends them, and removes old ones.
import { historyOf } from "../../ledger/history.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { DEFAULT_KEEP, prune } from "../../ledger/retention.ts";
import { WAIVERS_FILE } from "../../ledger/run-name.ts";
import type { LedgerEvent } from "../../policy/types.ts";
import { type CommandInput, type CommandRun, formatOption, textOption, UsageError } from "../command.ts";
import { readFacts } from "../facts.ts";
import { findProject } from "../io/project.ts";
import { eventText } from "../print/event.ts";
import { printable } from "../print/style.ts";
import { enforcerOf, existingRun, ledgerOf, needPerson, policyInForce } from "../runs.ts";
import { EXIT, type Terminal } from "../terminal.ts";
import { projectPolicy } from "./check.ts";

type Verb = (ledger: Ledger, input: CommandInput, terminal: Terminal) => number;

const VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ["list", list],
  ["show", show],
  ["verify", verify],
  ["end", end],
  ["set", setFacts],
  ["prune", pruneOld],
]);

export const runs: CommandRun = (input, terminal) => {
  const [verb = "list"] = input.operands;
  const run = VERBS.get(verb);
  if (run === undefined) throw new UsageError(`unexpected ${verb}, expected ${[...VERBS.keys()].join(", ")}`);
  return run(ledgerOf(terminal.cwd), input, terminal);
};

function list(ledger: Ledger, input: CommandInput, terminal: Terminal): number {
  const format = formatOption(input, ["text", "json"]);
  const all = ledger.files().map(({ file, bytes }) => {
    const { events, problems } = ledger.readFile(file) ?? { events: [], problems: [] };
    const [first, last] = [events[0], events[events.length - 1]];
    return {
      run: first?.run ?? file,
      from: first?.at,
      to: last?.at,
      events: events.length,
      denied: events.filter((e) => e.event === "denied").length,
      damaged: problems.filter((p) => p.problem === "damaged").length,
      bytes,
    };
  });
  if (format === "json") terminal.out(`${JSON.stringify({ schemaVersion: 1, runs: all }, null, 2)}\n`);
  else if (all.length === 0) terminal.out("no run has been written down\n");
  else
    for (const { run, from, to, events, denied, damaged } of all) {
      const bad = damaged === 0 ? "" : `, ${damaged} damaged`;
      terminal.out(
        printable(`${run}  ${minute(from)} to ${minute(to)}  ${events} events, ${denied} denied${bad}\n`),
      );
    }
  return EXIT.ok;
}

function show(ledger: Ledger, input: CommandInput, terminal: Terminal): number {
  const format = formatOption(input, ["text", "json"]);
  const file = existingRun(ledger, named(input));
  const { events, problems } = ledger.readFile(file) ?? { events: [], problems: [] };
  if (format === "json") terminal.out(`${JSON.stringify({ schemaVersion: 1, events, problems }, null, 2)}\n`);
  else {
    for (const event of events) terminal.out(`${printable(eventText(event))}\n`);
    for (const { line, problem } of problems)
      terminal.out(`line ${line} ${problem === "cut" ? "was not written to its end" : "is damaged"}\n`);
  }
  return EXIT.ok;
}

/** A line that a writer was killed in is told and harms nothing; one that was changed is a failure. */
function verify(ledger: Ledger, input: CommandInput, terminal: Terminal): number {
  const run = input.operands[1];
  const files = run === undefined ? ledger.files().map((f) => f.file) : [existingRun(ledger, run)];
  let [lines, damaged] = [0, 0];
  for (const file of run === undefined ? [...files, WAIVERS_FILE] : files) {
    const read = ledger.readFile(file);
    if (read === undefined) continue;
    lines += read.events.length;
    for (const { line, problem, detail } of read.problems) {
      if (problem === "damaged") damaged++;
      terminal.out(
        `.bylaw/runs/${file}:${line}: ${problem === "cut" ? "cut short" : "damaged"}: ${detail}\n`,
      );
    }
  }
  const sound = `${lines} ${lines === 1 ? "line is" : "lines are"} as written`;
  terminal.out(`${sound}${damaged === 0 ? "" : `, ${damaged} ${damaged === 1 ? "is" : "are"} damaged`}\n`);
  return damaged === 0 ? EXIT.ok : EXIT.failed;
}

function end(ledger: Ledger, input: CommandInput, terminal: Terminal): number {
  const run = named(input);
  existingRun(ledger, run);
  const policy = projectPolicy(textOption(input, "policy") ?? policyInForce(terminal.cwd), terminal);
  if (policy === undefined) return EXIT.unusable;
  const read = ledger.read(run) ?? { events: [], problems: [] };
  const findings = enforcerOf(policy, terminal.cwd).checker.atEnd(historyOf(read));
  ledger.append(run, [{ event: "ended" }]);
  if (findings.length === 0) terminal.out("nothing is missing\n");
  for (const { decision, rule, message, sentence, because } of findings) {
    const lines = [`${decision} ${rule ?? ""}: ${message}`, `  rule: ${sentence ?? ""}`];
    if (because !== undefined) lines.push(`  because: ${because}`);
    terminal.out(`${printable(lines.join("\n"))}\n`);
  }
  if (findings.some((f) => f.decision === "deny")) return EXIT.failed;
  return findings.length === 0 ? EXIT.ok : EXIT.ask;
}

/** What the operator says of facts, for the rest of a run. */
function setFacts(ledger: Ledger, input: CommandInput, terminal: Terminal): number {
  needPerson(terminal, "bylaw runs set");
  const run = named(input);
  existingRun(ledger, run);
  const pairs = input.operands.slice(2);
  if (pairs.length === 0) throw new UsageError("expected facts, such as name=value");
  const policy = projectPolicy(textOption(input, "policy") ?? policyInForce(terminal.cwd), terminal);
  if (policy === undefined) return EXIT.unusable;
  const facts = { ...readFacts(pairs, policy) };
  ledger.append(run, [{ event: "approved", steps: [], by: "terminal", facts }]);
  terminal.out(`set in run ${printable(run)}: ${printable(pairs.join(", "))}\n`);
  return EXIT.ok;
}

function pruneOld(ledger: Ledger, _: CommandInput, terminal: Terminal): number {
  needPerson(terminal, "bylaw runs prune");
  const project = findProject(terminal.cwd);
  const config = "config" in project ? project.config : {};
  const keep = { days: config.keepDays ?? DEFAULT_KEEP.days, runs: config.keepRuns ?? DEFAULT_KEEP.runs };
  const gone = prune(ledger, keep);
  terminal.out(`${gone.length} ${gone.length === 1 ? "run" : "runs"} removed\n`);
  return EXIT.ok;
}

function named(input: CommandInput): string {
  const run = input.operands[1];
  if (run === undefined) throw new UsageError("expected the name of a run");
  return run;
}

function minute(at: LedgerEvent["at"] | undefined): string {
  return at === undefined ? "?" : `${at.slice(0, 16)}Z`;
}
