// What the commands about playbooks share: the playbook that is named, one of its tasks, and the run that it is asked with.
import { didYouMean, oneOf } from "../compiler/messages/near.ts";
import type { Policy, Task, Workflow } from "../policy/types.ts";
import { type Part, partsOf } from "../policy/workflows.ts";
import { impossible } from "../validators/workflow/impossible.ts";
import { type Recorded, type Run, recordedOf, showTime, timeOf } from "../validators/workflow/run.ts";
import { type CommandInput, listOption, textOption, UsageError } from "./command.ts";
import { factValue, readFacts } from "./facts.ts";
import { readStateFile, type StateFile } from "./io/state-file.ts";
import { regex } from "./node-tools.ts";
import { now } from "./today.ts";

/** How many names are listed where none is near. */
const MOST_NAMES = 12;

/** A playbook by its document's name, or by the path of its source. */
export function playbookOf(policy: Policy, name: string): Workflow {
  const workflow = policy.workflows.find((w) => w.name === name || w.source.file === name);
  if (workflow !== undefined) return workflow;
  const names = policy.workflows.map((w) => w.name);
  throw new UsageError(`there is no playbook ${name}${hint(name, names)}`);
}

/** A task of a playbook. */
export function taskOf(workflow: Workflow, name: string): Task {
  const part = partNamed(workflow, name);
  if (part?.kind === "task") return part.of;
  if (part?.kind === "group")
    throw new UsageError(`unexpected ${name}, expected one of its tasks: ${someOf(part.of.tasks)}`);
  if (part !== undefined)
    throw new UsageError(`${name} is a ${part.kind} of playbook ${workflow.name}, no task`);
  const names = workflow.tasks.map((t) => t.name);
  throw new UsageError(`there is no task ${name} in playbook ${workflow.name}${hint(name, names)}`);
}

/** A task, wait or gate of a playbook, by its name with or without that of the document. */
export function partNamed(workflow: Workflow, name: string): Part | undefined {
  const parts = partsOf(workflow);
  return parts.get(name) ?? parts.get(`${workflow.name}/${name}`);
}

/** The first of some names. */
function someOf(names: readonly string[]): string {
  const few = names.slice(0, 5).map((n) => `\`${n}\``);
  return `${few.join(", ")}${names.length > few.length ? ", …" : ""}`;
}

/** Whether a name is that of a task for a member that its list has lost since. */
export function isFormer({ name: playbook, groups }: Workflow, name: string, { history }: Policy): boolean {
  return (groups ?? []).some((group) => {
    const starts = [
      `${group.name}/`,
      `${group.name.slice(group.name.startsWith(`${playbook}/`) ? playbook.length + 1 : 0)}/`,
    ];
    const members = starts.filter((start) => name.startsWith(start)).map((start) => name.slice(start.length));
    return history.lists.some(
      (c) => c.list === group.list && c.change === "removed" && members.includes(c.value),
    );
  });
}

/** "Did you mean …?", or all the names where they are few. */
export function hint(name: string, names: readonly string[]): string {
  const near = didYouMean(name, names);
  if (near !== undefined) return `. ${near}`;
  return names.length === 0 || names.length > MOST_NAMES ? "" : `, expected ${oneOf(names)}`;
}

/** The milliseconds of `--now`, else of the clock; a usage error for what is no day and no time. */
function timeGiven(input: CommandInput): number {
  return timeFrom(textOption(input, "now"), "--now");
}

/** The milliseconds of a day or time, else of the clock; a usage error for what is neither. */
export function timeFrom(given: string | undefined, where: string): number {
  const text = given ?? now();
  const time = timeOf(text);
  if (time !== undefined) return time;
  const expected = "YYYY-MM-DD or an ISO time such as 2026-03-01T10:00Z";
  throw new UsageError(`unexpected ${JSON.stringify(text)} for ${where}, expected ${expected}`);
}

/** The day of `--now`, else today, in UTC: `YYYY-MM-DD`. */
export function dayGiven(input: CommandInput): string {
  return showTime(timeGiven(input)).slice(0, 10);
}

/** What a run is described by besides its playbook. */
export interface RunGiven {
  readonly file: StateFile | undefined;
  /** `name=value`. */
  readonly facts: readonly string[];
  /** Milliseconds. */
  readonly time: number;
  readonly evidence?: Run["evidence"] | undefined;
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
  const time = timeGiven(input);
  const file = path === undefined ? undefined : readStateFile(path, cwd);
  return runGiven({ file, facts: listOption(input, "fact"), time, evidence }, workflow, policy);
}

/** The run of a playbook that a state and facts describe. A usage error for what can't be. */
export function runGiven(
  { file, facts: pairs, time, evidence }: RunGiven,
  workflow: Workflow,
  policy: Policy,
): Run {
  const facts = file === undefined ? new Map<string, string>() : factsOf(file, policy);
  for (const [name, value] of Object.entries(readFacts(pairs, policy))) facts.set(name, value);
  const tasks = file === undefined ? new Map<string, Recorded>() : tasksOf(file, workflow, policy);
  const { lists, decisions, mcpTools: tools } = policy;
  const run: Run = {
    playbook: workflow.name,
    tasks,
    facts,
    now: time,
    lists,
    decisions,
    tools,
    regex,
    evidence,
  };
  const [wrong] = file === undefined ? [] : impossible(workflow, run);
  if (file !== undefined && wrong !== undefined) {
    const short = wrong.name.slice(workflow.name.length + 1);
    const key = Object.hasOwn(file.state.tasks ?? {}, wrong.name) ? wrong.name : short;
    const status = tasks.get(wrong.name)?.status;
    throw file.refuse(
      ["tasks", key],
      `\`${key}\` can't be ${status}: it needs \`${wrong.needs}\`, which is Not Started`,
    );
  }
  return run;
}

function tasksOf(file: StateFile, workflow: Workflow, policy: Policy): Map<string, Recorded> {
  const { state, refuse } = file;
  const parts = partsOf(workflow);
  if (state.playbook !== undefined && state.playbook !== workflow.name)
    throw refuse(
      ["playbook"],
      `this is the state of playbook ${JSON.stringify(state.playbook)}, expected ${workflow.name}`,
    );
  const tasks = new Map<string, Recorded>();
  for (const [key, recorded] of recordedOf(state.tasks)) {
    const name = [key, `${workflow.name}/${key}`].find((n) => parts.has(n));
    const part = name === undefined ? undefined : parts.get(name);
    const path = ["tasks", key];
    if (part === undefined && isFormer(workflow, key, policy)) continue;
    if (name === undefined || part === undefined)
      throw refuse(
        path,
        `there is no task ${JSON.stringify(key)} in playbook ${workflow.name}${hint(key, [...parts.keys()])}`,
        "key",
      );
    if (tasks.has(name)) throw refuse(path, `\`${key}\` stands here twice`, "key");
    const { status, at } = recorded;
    if (part.kind === "group")
      throw refuse(
        path,
        `\`${key}\` has no status of its own, expected one for each of its tasks: ${someOf(part.of.tasks)}`,
        "key",
      );
    if (part.kind !== "task" && status !== "Pass" && status !== "Not Started")
      throw refuse(path, `the ${part.kind} \`${key}\` is Pass or Not Started, not ${status}`);
    if (at !== undefined && timeOf(at) === undefined)
      throw refuse(
        [...path, "at"],
        `unexpected ${JSON.stringify(at)}, expected YYYY-MM-DD or an ISO time such as 2026-03-01T10:00Z`,
      );
    tasks.set(name, recorded);
  }
  return tasks;
}

function factsOf({ state, refuse }: StateFile, policy: Policy): Map<string, string> {
  return new Map(
    Object.entries(state.facts ?? {}).map(([name, value]) => {
      const read = factValue(name, value, policy);
      if ("value" in read) return [name, read.value] as const;
      throw refuse(
        ["facts", name],
        read.problem,
        read.problem.startsWith("there is no fact") ? "key" : "value",
      );
    }),
  );
}
