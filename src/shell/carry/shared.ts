// What all handlers of carrying programs share: running a carried program, script or file.
import { CLEARS_VARIABLES, LOSES_STATUS, leavesPlace } from "../carriers/status.ts";
import { joinText } from "../expand/text.ts";
import type { Call, Exit, Frame, Input, Outcome, State, Walker } from "../model.ts";
import { packageName, programName } from "../names.ts";
import type { Directory } from "../place.ts";
import { enter, NOWHERE } from "../place.ts";
import { childState, setPlace, setVariable } from "../state.ts";
import type { Field, Source, Text } from "../text-model.ts";
import type { Word } from "../types.ts";
import { noteHoles } from "./notes.ts";

/** A program that is being run. */
export interface Job extends Call {
  readonly name: string;
  readonly args: readonly Field[];
  readonly index: number | undefined;
}

/** What a program does beside being run. Undefined: nothing that matters here. */
export type Handler = (walker: Walker, job: Job, state: State, frame: Frame) => Outcome | undefined;

/** How a carried thing runs, where that differs from its carrier. */
export interface Conditions {
  readonly host?: string | null | undefined;
  readonly certain?: boolean;
  readonly env?: Call["env"];
  /** Null takes the input away. */
  readonly input?: Input | null;
  readonly dialect?: Source["dialect"];
  readonly errexit?: boolean;
  readonly pipefail?: boolean;
  readonly positional?: readonly Field[];
  /** True when the carrier may end well without the carried program having done so. */
  readonly losesStatus?: boolean;
  /** True when the program word is a package with a version. */
  readonly package?: boolean;
  /** The directory that it runs in, where the carrier says so. */
  readonly cwd?: Directory;
}

function carriedFrame(job: Job, frame: Frame, conditions: Conditions): Frame & { readonly exits: Exit[] } {
  const { input, certain } = conditions;
  return {
    ...frame,
    depth: frame.depth + 1,
    carriers: [...frame.carriers, job.name],
    host: conditions.host === undefined ? frame.host : conditions.host,
    certain: frame.certain && certain !== false,
    tested: false,
    input: input === null ? undefined : (input ?? frame.input),
    pipedFrom: input === undefined ? frame.pipedFrom : undefined,
    breaks: undefined,
    returns: undefined,
    exits: [],
    locals: undefined,
  };
}

function carriedState(job: Job, state: State, conditions: Conditions): State {
  const keeps = !CLEARS_VARIABLES.has(job.name) && conditions.host === undefined;
  let result = childState(state, keeps);
  if (conditions.cwd !== undefined) result = setPlace(result, enter(result.place, conditions.cwd));
  else if (leavesPlace(job.name) || conditions.host !== undefined) result = setPlace(result, NOWHERE);
  for (const { name, value } of [...job.env, ...(conditions.env ?? [])]) {
    result = setVariable(result, name, value.text === undefined ? undefined : [value.text]);
    result = { ...result, exported: new Set(result.exported).add(name) };
  }
  return result;
}

function factsOf(
  job: Job,
  outcome: Outcome,
  exits: readonly Exit[],
  conditions: Conditions,
): readonly number[] {
  const uncertain = conditions.certain === false || conditions.losesStatus === true;
  if (uncertain || LOSES_STATUS.has(job.name) || outcome.yes === null || exits.some((exit) => exit.yes))
    return [];
  return outcome.yes.facts;
}

/** Runs words as a carried program. Answers what has succeeded when the carrier has. */
export function carryCommand(
  walker: Walker,
  job: Job,
  fields: readonly Field[],
  state: State,
  frame: Frame,
  conditions: Conditions = {},
): readonly number[] {
  const program = fields[0];
  if (program === undefined) return [];
  const inner = carriedFrame(job, frame, conditions);
  const env = conditions.host === undefined ? [...job.env, ...(conditions.env ?? [])] : [];
  const name = conditions.package === true ? packageName(program.word) : undefined;
  const call: Call = { fields, env, redirections: job.redirections, range: undefined, name };
  const outcome = walker.run(call, carriedState(job, state, conditions), inner);
  return factsOf(job, outcome, inner.exits, conditions);
}

/** Reads a text that another shell runs. Answers what has succeeded when the carrier has. */
export function carryText(
  walker: Walker,
  job: Job,
  text: Text,
  state: State,
  frame: Frame,
  conditions: Conditions = {},
): readonly number[] {
  const inner = carriedFrame(job, frame, conditions);
  const { errexit = false, pipefail = false, positional } = conditions;
  const entry: State = { ...carriedState(job, state, conditions), errexit, pipefail, positional };
  noteHoles(walker, text);
  const redirections = [...frame.redirections, ...job.redirections];
  const source: Source = { ...inner.source, dialect: conditions.dialect ?? "bash" };
  const outcome = walker.text(text, entry, { ...inner, redirections, source });
  return factsOf(job, outcome, inner.exits, conditions);
}

/** Reports a file that is run, with the words after it. */
export function carryFile(
  walker: Walker,
  job: Job,
  fields: readonly Field[],
  state: State,
  frame: Frame,
  conditions: Conditions = {},
): readonly number[] {
  const file = fields[0];
  if (file === undefined) return [];
  const inner = carriedFrame(job, frame, conditions);
  const call: Call = { fields, env: job.env, redirections: job.redirections, range: undefined };
  const index = walker.report(call, programName(file.word), state, inner);
  const outcome: Outcome = { yes: { ...state, facts: index === undefined ? [] : [index] }, no: state };
  return factsOf(job, outcome, [], conditions);
}

/** A program that nobody wrote down: what a variable or a file stands for. */
export function asideJob(name: string, field: Field): Job {
  const { range } = field.word;
  return { fields: [field], env: [], redirections: [], range, name, args: [], index: undefined };
}

/** Reads a word as a script that something else than a program runs: a variable, an option, a file that is written. */
export function carryAside(walker: Walker, label: string, field: Field, state: State, frame: Frame): void {
  carryText(
    walker,
    asideJob(label, field),
    fieldText(field),
    state,
    { ...frame, redirections: [] },
    { input: null },
  );
}

/** The range of a program's word. */
export function rangeOf(job: Job): Word["range"] {
  return job.fields[0]?.word.range ?? { start: 0, end: 0 };
}

/** The text of one word. */
export function fieldText(field: Field): Text {
  return joinText([field]);
}
