// bylaw observe: what a policy would have stopped in sessions that have already been.
import { resolve } from "node:path";
import type { Action, Verdict } from "../../policy/types.ts";
import { Checker } from "../../validators/checker.ts";
import { type CommandRun, formatOption, textOption, UsageError } from "../command.ts";
import { projectRoot } from "../io/project.ts";
import { regex, sha256 } from "../node-tools.ts";
import { TranscriptsReader, transcriptFiles } from "../observe/read-transcripts.ts";
import { Tally } from "../observe/tally.ts";
import { type Observed, printObserved } from "../print/observed.ts";
import { style } from "../print/style.ts";
import { EXIT } from "../terminal.ts";
import { today } from "../today.ts";
import { projectPolicy } from "./check.ts";

export const observe: CommandRun = (input, terminal) => {
  const format = formatOption(input, ["text", "json"]);
  if (input.operands.length === 0)
    throw new UsageError("expected transcripts of Claude Code or Codex, or folders of them");
  const operands = transcriptFiles(input.operands, terminal.cwd);
  const policy = projectPolicy(textOption(input, "policy"), terminal);
  if (policy === undefined) return EXIT.unusable;
  const named = textOption(input, "root");
  const root = named === undefined ? projectRoot(terminal.cwd) : resolve(terminal.cwd, named);
  const checker = new Checker(policy, { sha256, regex, today: today(), root });
  const reader = new TranscriptsReader();
  const tally = new Tally();
  const unseen = new Map<string, number>();
  for (const operand of operands) {
    for (const { call, line } of reader.callsOf(operand, terminal.cwd)) {
      const verdicts = verdictsOn(call.actions, checker);
      if (call.problem !== undefined || verdicts === undefined)
        unseen.set(call.name, (unseen.get(call.name) ?? 0) + 1);
      tally.add(verdicts ?? [], operand.file, line);
    }
  }
  const { files, others, unreadable } = reader;
  const observed: Observed = {
    transcripts: files,
    calls: tally.calls,
    decisions: tally.decisions,
    rules: tally.rules(),
    notLookedInto: [...unseen].map(([tool, calls]) => ({ tool, calls })),
    unreadableLines: unreadable,
    noTranscripts: others,
  };
  if (format === "json") terminal.out(`${JSON.stringify({ schemaVersion: 1, ...observed }, null, 2)}\n`);
  else terminal.out(printObserved(observed, style(terminal.color.out)));
  return EXIT.ok;
};

/** The verdicts on each action; undefined where arguments are nested deeper than they can be walked through. */
function verdictsOn(
  actions: readonly Action[],
  checker: Checker,
): { readonly action: Action; readonly verdict: Verdict }[] | undefined {
  try {
    return actions.map((action) => ({ action, verdict: checker.check(action) }));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
