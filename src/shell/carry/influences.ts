// Notes variables that change what programs do, and reads those whose value is a command.
import { variables } from "../carriers/variables.ts";
import type { Frame, State, Walker } from "../model.ts";
import { setInfluence } from "../state.ts";
import type { Influence, Invocation, Word } from "../types.ts";
import { runFileAside } from "./files.ts";
import { carryAside } from "./shared.ts";
import { wordField } from "./words.ts";

/** What one assignment does to the programs after it; undefined where it does nothing of note. */
function influenceOf(name: string, value: Word): Influence | undefined {
  const variable = variables().get(name);
  if (variable === undefined || variable.harmless?.test(value.raw) === true) return undefined;
  // A command that can be seen is read: nothing is left to be unsure of.
  if (variable.runs === "script" && value.text !== undefined) return undefined;
  return { name, range: value.range, reason: variable.reason };
}

/** Reads what the value of a variable runs. */
function readValue(walker: Walker, name: string, value: Word, state: State, frame: Frame): void {
  const variable = variables().get(name);
  if (variable?.runs === undefined || value.text === undefined || value.text === "") return;
  if (variable.harmless?.test(value.raw) === true || walker.output.silent) return;
  if (!walker.output.first(`variable ${name} ${value.range.start} ${value.text}`)) return;
  const field = wordField(value, frame);
  if (variable.runs === "file") runFileAside(walker, name, field, state, frame);
  else carryAside(walker, name, field, state, frame);
}

/** The state after a variable was set for all that follows. */
export function noteAssignment(walker: Walker, name: string, value: Word, state: State, frame: Frame): State {
  if (!variables().has(name)) return state;
  readValue(walker, name, value, state, frame);
  return setInfluence(state, name, influenceOf(name, value));
}

const NONE: readonly Influence[] = [];

/** All that may change what a program does: variables set before it, and those set for it alone. */
export function influencesOn(
  walker: Walker,
  env: Invocation["env"],
  state: State,
  frame: Frame,
): readonly Influence[] | undefined {
  if (env.length === 0 && state.influences.size === 0) return undefined;
  let found = state.influences.size === 0 ? NONE : [...state.influences.values()];
  for (const { name, value } of env) {
    if (!variables().has(name)) continue;
    readValue(walker, name, value, state, frame);
    found = found.filter((each) => each.name !== name);
    const own = influenceOf(name, value);
    if (own !== undefined) found = [...found, own];
  }
  return found.length === 0 ? undefined : found;
}
