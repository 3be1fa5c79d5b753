// A call of an MCP tool from the command line, and the run that it is held against.
import type { Policy, Task, ToolAction, Workflow } from "../policy/types.ts";
import { partsOf } from "../policy/workflows.ts";
import { ToolNames } from "../validators/tool-name.ts";
import type { Run } from "../validators/workflow/run.ts";
import { knownStatuses, standings } from "../validators/workflow/statuses.ts";
import { type CommandInput, textOption, UsageError } from "./command.ts";
import { readStateFile, type StateFile } from "./io/state-file.ts";
import { hint, isFormer, runOf } from "./playbook.ts";

const MAX_LENGTH = 1_000_000;
const MAX_DEPTH = 64;

/** The action of `--tool` and `--input`; undefined where a command is to be checked. */
export function toolAction(input: CommandInput): ToolAction | undefined {
  const tool = textOption(input, "tool");
  const text = textOption(input, "input");
  if (tool === undefined) {
    if (text !== undefined) throw new UsageError("expected --tool beside --input");
    return undefined;
  }
  if (tool === "") throw new UsageError("expected the name of a tool behind --tool");
  if (input.operands.length > 0 || input.behindDashes !== undefined)
    throw new UsageError("expected a command or --tool, not both");
  const data = parsed(text ?? "{}");
  if (data === null || typeof data !== "object" || Array.isArray(data))
    throw new UsageError("unexpected --input, expected a JSON object");
  return { kind: "tool", tool, input: Object.fromEntries(Object.entries(data)) };
}

/** The run of the playbook that a state file is of: the one it names, else the one that has all its tasks. */
export function runOfState(input: CommandInput, policy: Policy, cwd: string): Run | undefined {
  const path = textOption(input, "state");
  if (path === undefined) return undefined;
  const file = readStateFile(path, cwd);
  return runOfFile(file, policy, textOption(input, "tool"), (workflow) =>
    runOf(input, workflow, policy, cwd),
  );
}

/** The same for a state that has been read; `called` is the tool that is to be checked, if any. */
export function runOfFile(
  { state, refuse }: StateFile,
  policy: Policy,
  called: string | undefined,
  runFor: (workflow: Workflow) => Run,
): Run {
  const workflow =
    state.playbook === undefined
      ? fitting(Object.keys(state.tasks ?? {}), policy, called)
      : policy.workflows.find((w) => w.name === state.playbook);
  if (workflow === undefined && state.playbook !== undefined)
    throw refuse(
      ["playbook"],
      `there is no playbook ${JSON.stringify(state.playbook)}${hint(state.playbook, namesOf(policy.workflows))}`,
    );
  if (workflow === undefined) throw new UsageError("the policy has no playbook that --state could be of");
  const run = runFor(workflow);
  // Rules may look at statuses as at facts.
  const statuses = knownStatuses(standings(workflow, run));
  return { ...run, facts: new Map([...run.facts, ...statuses]) };
}

/** The playbook that has all the tasks of a state, and runs the tool where several do; else one that has any of them. */
function fitting(names: readonly string[], policy: Policy, called: string | undefined): Workflow | undefined {
  const { workflows } = policy;
  const tool = called === undefined ? undefined : new ToolNames(policy).own(called);
  const has = new Map(workflows.map((w) => [w, partsOf(w)]));
  const knows = (w: Workflow, name: string): boolean =>
    has.get(w)?.has(name) === true ||
    has.get(w)?.has(`${w.name}/${name}`) === true ||
    isFormer(w, name, policy);
  const all = workflows.filter((w) => names.every((n) => knows(w, n)));
  const running = all.filter((w) =>
    w.tasks.some((t) => callsTool(t.runs, tool) || callsTool(t.checksWith, tool)),
  );
  const [only, ...more] = running.length > 0 ? running : all;
  if (more.length > 0)
    throw new UsageError(
      `the state fits several playbooks; let it say which, such as playbook: ${only?.name ?? ""}`,
    );
  return only ?? workflows.find((w) => names.some((n) => knows(w, n))) ?? workflows[0];
}

function namesOf(workflows: readonly Workflow[]): string[] {
  return workflows.map((w) => w.name);
}

function parsed(text: string): unknown {
  if (text.length > MAX_LENGTH) throw new UsageError(`--input is longer than ${MAX_LENGTH} characters`);
  if (depthOf(text) > MAX_DEPTH) throw new UsageError("--input lies too deep");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`--input is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** How deep brackets lie in each other; those in strings count too, which only makes it stricter. */
function depthOf(text: string): number {
  let [depth, most] = [0, 0];
  for (const char of text) {
    if (char === "{" || char === "[") most = Math.max(most, ++depth);
    else if (char === "}" || char === "]") depth--;
  }
  return most;
}

function callsTool(call: Task["runs"], tool: string | undefined): boolean {
  return call !== undefined && "tool" in call && call.tool === tool;
}
