// What the commands about playbooks share: the playbook that is named, one of its tasks, and the run that it is asked with.
import { didYouMean } from "../compiler/messages/near.ts";
import type { Policy, Task, Workflow } from "../policy/types.ts";
import { partsOf } from "../policy/workflows.ts";
import { impossible } from "../validators/workflow/impossible.ts";
import { type Recorded, type Run, recordedOf, timeOf } from "../validators/workflow/run.ts";
import { type CommandInput, listOption, textOption, UsageError } from "./command.ts";
import { readFacts } from "./facts.ts";
import { readStateFile, type StateFile } from "./io/state-file.ts";
import { regex } from "./node-tools.ts";
import { now } from "./today.ts";

/** A playbook by its document's name. */
export function playbookOf(policy: Policy, name: string): Workflow {
  const workflow = policy.workflows.find((w) => w.name === name);
  if (workflow !== undefined) return workflow;
  const names = policy.workflows.map((w) => w.name);
  throw new UsageError(`there is no playbook ${name}${hint(name, names)}`);
}

/** A task of a playbook. */
export function taskOf(workflow: Workflow, name: string): Task {
  const own = nameIn(workflow, name);
  const task = workflow.tasks.find((t) => t.name === own);
  if (task !== undefined) return task;
  const names = workflow.tasks.map((t) => t.name);
  throw new UsageError(`there is no task ${name} in playbook ${workflow.name}${hint(name, names)}`);
}

/** The name by which the policy knows a part of a playbook; undefined where it has none of that name. */
export function nameIn(workflow: Workflow, name: string): string | undefined {
  const parts = partsOf(workflow);
  return [name, `${workflow.name}/${name}`].find((n) => parts.has(n));
}

export function hint(name: string, names: readonly string[]): string {
  const near = didYouMean(name, names);
  return near === undefined ? "" : `. ${near}`;
}

/** The run that a command's options describe: `--state`, `--fact` and `--now`, and what was found of evidence. */
export function runOf(
  input: CommandInput,
  workflow: Workflow,
  policy: Policy,
  cwd: string,
  evidence?: Run["evidence"],
): Run {
  const path = textOption(input, "state");
  const given = textOption(input, "now") ?? now();
  const time = timeOf(given);
  if (time === undefined)
    throw new UsageError(`unexpected ${given} for --now, expected YYYY-MM-DD or an ISO time`);
  const file = path === undefined ? undefined : readStateFile(path, cwd);
  const facts = new Map(Object.entries(file === undefined ? {} : factsOf(file, policy)));
  for (const [name, value] of Object.entries(readFacts(listOption(input, "fact"), policy))) {
    const problem = factProblem(name, value, policy);
    if (problem !== undefined) throw new UsageError(problem);
    facts.set(name, value);
  }
  const tasks = file === undefined ? new Map<string, Recorded>() : tasksOf(file, workflow);
  const run: Run = { tasks, facts, now: time, lists: policy.lists, regex, evidence };
  const [wrong] = file === undefined ? [] : impossible(workflow, run);
  if (file !== undefined && wrong !== undefined) {
    const key =
      Object.keys(file.state.tasks ?? {}).find((k) => nameIn(workflow, k) === wrong.name) ?? wrong.name;
    const status = tasks.get(wrong.name)?.status;
    throw file.refuse(
      ["tasks", key],
      `\`${key}\` can't be ${status}: it needs \`${wrong.needs}\`, which is Not Started`,
    );
  }
  return run;
}

function tasksOf(file: StateFile, workflow: Workflow): Map<string, Recorded> {
  const { state, refuse } = file;
  const parts = partsOf(workflow);
  if (state.playbook !== undefined && state.playbook !== workflow.name)
    throw refuse(["playbook"], `this is the state of playbook ${state.playbook}, expected ${workflow.name}`);
  const tasks = new Map<string, Recorded>();
  for (const [key, recorded] of recordedOf(state.tasks)) {
    const name = [key, `${workflow.name}/${key}`].find((n) => parts.has(n));
    const part = name === undefined ? undefined : parts.get(name);
    const path = ["tasks", key];
    if (name === undefined || part === undefined)
      throw refuse(
        path,
        `there is no task ${JSON.stringify(key)} in playbook ${workflow.name}${hint(key, [...parts.keys()])}`,
      );
    if (tasks.has(name)) throw refuse(path, `\`${key}\` stands here twice`);
    const { status, at } = recorded;
    if (part.kind !== "task" && status !== "Pass" && status !== "Not Started")
      throw refuse(path, `the ${part.kind} \`${key}\` is Pass or Not Started, not ${status}`);
    if (at !== undefined && timeOf(at) === undefined)
      throw refuse([...path, "at"], `unexpected ${JSON.stringify(at)}, expected YYYY-MM-DD or an ISO time`);
    tasks.set(name, recorded);
  }
  return tasks;
}

function factsOf({ state, refuse }: StateFile, policy: Policy): Record<string, string> {
  for (const [name, value] of Object.entries(state.facts ?? {})) {
    const problem = factProblem(name, value, policy);
    if (problem !== undefined) throw refuse(["facts", name], problem);
  }
  return state.facts ?? {};
}

function factProblem(name: string, value: string, policy: Policy): string | undefined {
  const fact = policy.facts.find((f) => f.name === name);
  const names = policy.facts.map((f) => f.name);
  if (fact === undefined) return `there is no fact ${JSON.stringify(name)}${hint(name, names)}`;
  if (fact.values.length > 0 && !fact.values.includes(value))
    return `unexpected value ${JSON.stringify(value)} for fact ${name}, expected ${fact.values.join(", ")}`;
  if (fact.type === "date" && timeOf(value) === undefined)
    return `unexpected value ${JSON.stringify(value)} for fact ${name}, expected a date, YYYY-MM-DD`;
  return undefined;
}
