// Tasks whose output can't be read: nothing says when they pass or fail, or one output says two things.
// Can't see two texts that only happen to stand in one output.
import { spans } from "../../pattern/literal.ts";
import type { Signal, Task } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { missingPattern, overlappingPatterns } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

const KINDS = [
  ["fails", "Fails when"],
  ["blocked", "Blocked when"],
  ["passes", "Passes when"],
  ["waived", "Waived when"],
  ["starts", "Starts when"],
] as const;

/** How many lines of one task are held against each other. */
const MOST = 200;

/** Reports missing lines of tasks that run something, and texts that hold others of another status. */
export const workflowPatterns: Analysis = ({ policy }) =>
  policy.workflows.flatMap(({ tasks }) => tasks.flatMap((task) => [...missing(task), ...overlaps(task)]));

function missing(task: Task): Diagnostic[] {
  const { name, passes, fails, failsAfter, blocked, neverFails, runs, starts, source } = task;
  if (runs === undefined && passes.length + fails.length + starts.length === 0) return [];
  const lacks: Diagnostic[] = [];
  if (passes.length === 0)
    lacks.push(missingPattern(source, { task: name, status: "passes", label: "Passes when" }));
  const ends = fails.length > 0 || blocked.length > 0 || failsAfter !== undefined || neverFails === true;
  if (!ends) lacks.push(missingPattern(source, { task: name, status: "fails", label: "Fails when" }));
  return lacks;
}

function overlaps(task: Task): Diagnostic[] {
  const holes = task.captures.map((c) => c.name);
  const lines = KINDS.flatMap(([kind, label]) => task[kind].map((signal) => ({ signal, label }))).slice(
    0,
    MOST,
  );
  return lines.flatMap((line, i) =>
    lines.flatMap((other, j) => {
      if (i === j || line.label === other.label || !implies(line.signal, other.signal, holes)) return [];
      // Two that are the same are said once.
      if (j < i && implies(other.signal, line.signal, holes)) return [];
      const related = [{ message: other.label, source: other.signal.source }];
      const values = {
        task: task.name,
        text: shown(line.signal),
        label: line.label,
        other: shown(other.signal),
        otherlabel: other.label,
      };
      return [overlappingPatterns(line.signal.source, values, { related })];
    }),
  );
}

/** Whether every output with the one has the other too. */
function implies(one: Signal, other: Signal, holes: readonly string[]): boolean {
  if ("exits" in one && "exits" in other) return one.exits === other.exits;
  if (!("texts" in one && "texts" in other)) return false;
  return other.texts.every((text) => one.texts.some((own) => spans(text, own, holes) !== undefined));
}

function shown(signal: Signal): string {
  if ("texts" in signal) return signal.texts.join("` and `");
  return "exits" in signal ? `it exits ${signal.exits}` : "a condition";
}
