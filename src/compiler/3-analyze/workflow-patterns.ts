// Tasks whose output can't be read: nothing says when they pass or fail, or one output says two things.
// Can't see two texts that only happen to stand in one output, nor two conditions that only sometimes come together.
import { spans } from "../../pattern/literal.ts";
import type { Signal, Task } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { missingPattern, overlappingPatterns } from "../messages/generated.ts";
import { oneOf } from "../messages/near.ts";
import type { Analysis } from "./analysis.ts";
import type { Goal } from "./workflow/expression.ts";
import { type Model, modelOf } from "./workflow/model.ts";
import { tasksOnce } from "./workflow/once.ts";
import { canMeetFreely } from "./workflow/possible.ts";
import { needText } from "./workflow-reach.ts";

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
  policy.workflows.flatMap((workflow) => {
    const model = modelOf(workflow, policy);
    return tasksOnce(workflow).flatMap((task) => [...missing(task), ...overlaps(task, model)]);
  });

function missing(task: Task): Diagnostic[] {
  const { name, passes, fails, failsAfter, blocked, neverFails, runs, checksWith, starts, source } = task;
  const isRun = runs !== undefined || checksWith !== undefined;
  if (!isRun && passes.length + fails.length + starts.length === 0) return [];
  const lacks: Diagnostic[] = [];
  if (passes.length === 0)
    lacks.push(missingPattern(source, { task: name, status: "passes", label: "Passes when" }));
  const ends = fails.length > 0 || blocked.length > 0 || failsAfter !== undefined || neverFails === true;
  if (!ends) lacks.push(missingPattern(source, { task: name, status: "fails", label: "Fails when" }));
  return lacks;
}

function overlaps(task: Task, model: Model): Diagnostic[] {
  const holes = task.captures.map((c) => c.name);
  const lines = KINDS.flatMap(([kind, label]) => task[kind].map((signal) => ({ signal, label }))).slice(
    0,
    MOST,
  );
  const implied = (one: Signal, other: Signal): boolean => implies(one, other, holes, model);
  return lines.flatMap((line, i) =>
    lines.flatMap((other, j) => {
      if (i === j || line.label === other.label || !implied(line.signal, other.signal)) return [];
      // Two that are the same are said once.
      if (j < i && implied(other.signal, line.signal)) return [];
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

/** Whether the one never comes without the other. */
function implies(one: Signal, other: Signal, holes: readonly string[], model: Model): boolean {
  if ("texts" in one && "texts" in other)
    return other.texts.every((text) => one.texts.some((own) => spans(text, own, holes) !== undefined));
  if ("exits" in one && "exits" in other) return one.exits === other.exits;
  if ("exits" in one && "exitsOther" in other) return !other.exitsOther.includes(one.exits);
  if ("exitsOther" in one && "exitsOther" in other)
    return other.exitsOther.every((n) => one.exitsOther.includes(n));
  if (!("holds" in one && "holds" in other)) return false;
  const [is, isNot] = [model.expression(one.holds), model.expression(other.holds)];
  const can = (...goals: readonly Goal[]): boolean => canMeetFreely(goals, model);
  const given = { expression: is, wanted: true };
  return can(given) && !can(given, { expression: isNot, wanted: false });
}

function shown(signal: Signal): string {
  if ("texts" in signal) return signal.texts.map((text) => `\`${text}\``).join(" and ");
  if ("exits" in signal) return `it exits ${signal.exits}`;
  if ("exitsOther" in signal) return `it exits with anything but ${oneOf(signal.exitsOther.map(String))}`;
  return signal.holds.map(needText).join(" and ");
}
