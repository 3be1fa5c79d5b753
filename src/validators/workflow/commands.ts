// Commands that tasks run, or ask with, held against the state of their playbooks.
import { argumentsMatch, programMatches } from "../../pattern/match.ts";
import { all } from "../../pattern/truth.ts";
import type { CommandPattern, Finding, Policy, Task, Workflow } from "../../policy/types.ts";
import type { Invocation } from "../../shell/types.ts";
import type { ReadInvocation } from "../policy-index.ts";
import type { Run } from "./run.ts";
import { type Use, usesFindings } from "./too-early.ts";

/** A task of which at least one line is a command. */
export interface CommandTask {
  readonly workflow: Workflow;
  readonly task: Task;
  readonly runs: CommandPattern | undefined;
  readonly asks: CommandPattern | undefined;
}

/** The tasks that run or ask with a command. */
export function commandTasks(policy: Policy): CommandTask[] {
  const pattern = (call: Task["runs"]): CommandPattern | undefined =>
    call !== undefined && "command" in call ? call.command : undefined;
  return policy.workflows.flatMap((workflow) =>
    workflow.tasks.flatMap((task) => {
      const [runs, asks] = [pattern(task.runs), pattern(task.checksWith)];
      return runs === undefined && asks === undefined ? [] : [{ workflow, task, runs, asks }];
    }),
  );
}

/** What speaks against a command that a task runs. What may be that command, or another one, is asked. */
export function commandFindings(
  tasks: readonly CommandTask[],
  invocation: Invocation,
  { tool, args }: ReadInvocation,
  run: Run | undefined,
): Finding[] {
  const uses: Use[] = [];
  let certain = invocation.certain;
  for (const { workflow, task, runs, asks } of tasks) {
    const fits = (pattern: CommandPattern | undefined) =>
      pattern !== undefined && all([programMatches(pattern.program, tool), argumentsMatch(pattern, args)]);
    const [isRun, isAsk] = [fits(runs), fits(asks)];
    if (isRun === false && isAsk === false) continue;
    // A question may be the command with more words; where both fit alike it may be either.
    const more = asks === undefined || runs === undefined ? 0 : sizeOf(asks) - sizeOf(runs);
    const either = isRun !== false && more === 0 ? ("either" as const) : isRun === false || more > 0;
    uses.push({ workflow, task, asks: isAsk === true && either });
    if (isRun !== true && isAsk !== true) certain = false;
  }
  return usesFindings(uses, run).map(
    (found): Finding => ({
      ...found,
      range: { ...invocation.range },
      ...(certain ? {} : { decision: "ask", certain: false }),
    }),
  );
}

function sizeOf({ operands, options }: CommandPattern): number {
  return operands.length + options.length;
}
