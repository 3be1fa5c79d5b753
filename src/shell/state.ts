// The state of a shell at one point, and the steps that make another one of it.
import { MAX_FACTS, MAX_NAMES, MAX_VALUE, MAX_VALUES, MAX_WRITTEN } from "./limits.ts";
import type { FunctionSet, State } from "./model.ts";
import type { Place } from "./place.ts";
import { NOWHERE, START } from "./place.ts";
import type { Field, Text } from "./text-model.ts";
import type { Influence } from "./types.ts";

/** A shell of which nothing is known. */
export const UNKNOWN_STATE: State = {
  variables: new Map(),
  arrays: new Map(),
  exported: new Set(),
  altered: new Set(),
  functions: new Map(),
  aliases: new Map(),
  positional: undefined,
  errexit: false,
  pipefail: false,
  plainIfs: true,
  facts: [],
  place: START,
  influences: new Map(),
  written: new Map(),
};

/** The name that stands for all variables in the list of assigned names. */
export const EVERY_NAME = "*";

/** The name that stands for the shell's directory in the list of assigned names. */
export const PLACE_NAME = "PWD";

/** Variables that the shell itself changes or that can't be assigned. */
const DYNAMIC: ReadonlySet<string> = new Set(
  "RANDOM SRANDOM SECONDS LINENO EPOCHSECONDS EPOCHREALTIME BASHPID BASH_COMMAND BASH_SUBSHELL BASH_VERSION BASH_ARGV0 FUNCNAME DIRSTACK GROUPS PIPESTATUS HISTCMD PWD OLDPWD UID EUID PPID SHELLOPTS BASHOPTS OPTIND OPTARG REPLY COLUMNS LINES _".split(
    " ",
  ),
);

function without<V>(map: ReadonlyMap<string, V>, name: string): ReadonlyMap<string, V> {
  if (!map.has(name)) return map;
  const copy = new Map(map);
  copy.delete(name);
  return copy;
}

function withEntry<V>(map: ReadonlyMap<string, V>, name: string, value: V): ReadonlyMap<string, V> {
  if (map.size >= MAX_NAMES && !map.has(name)) return map;
  return new Map(map).set(name, value);
}

/** Gives a variable its possible values; undefined makes it unknown. */
export function setVariable(state: State, name: string, values: readonly string[] | undefined): State {
  const plainIfs = state.plainIfs && name !== "IFS";
  const arrays = without(state.arrays, name);
  const follows = !DYNAMIC.has(name) && !state.altered.has(name);
  if (
    !follows ||
    values === undefined ||
    values.length > MAX_VALUES ||
    values.some((value) => value.length > MAX_VALUE)
  ) {
    return { ...state, plainIfs, arrays, variables: without(state.variables, name) };
  }
  return { ...state, plainIfs, arrays, variables: withEntry(state.variables, name, values) };
}

/** Gives an array its words. */
export function setArray(state: State, name: string, fields: readonly Field[]): State {
  const cleared = setVariable(state, name, undefined);
  return { ...cleared, arrays: withEntry(cleared.arrays, name, fields) };
}

/** Makes every variable unknown: a text that can't be seen has run in this shell. */
export function forgetVariables(state: State): State {
  const empty = UNKNOWN_STATE;
  return {
    ...state,
    variables: empty.variables,
    arrays: empty.arrays,
    positional: undefined,
    plainIfs: false,
    place: NOWHERE,
  };
}

/** Makes the named variables unknown. */
export function forgetNames(state: State, names: ReadonlySet<string>): State {
  if (names.has(EVERY_NAME)) return forgetVariables(state);
  let result = state;
  for (const name of names) result = setVariable(result, name, undefined);
  return names.has(PLACE_NAME) ? { ...result, place: NOWHERE } : result;
}

/** Adds a definition of a function. */
export function setFunction(state: State, name: string, set: FunctionSet | undefined): State {
  if (set === undefined) return { ...state, functions: without(state.functions, name) };
  return { ...state, functions: withEntry(state.functions, name, set) };
}

/** Adds a text that an alias may stand for; undefined takes all of them away. */
export function setAlias(state: State, name: string, text: Text | undefined): State {
  if (text === undefined) return { ...state, aliases: without(state.aliases, name) };
  const texts = [...(state.aliases.get(name) ?? []), text].slice(-MAX_VALUES);
  return { ...state, aliases: withEntry(state.aliases, name, texts) };
}

/** Marks a variable as one whose value is not what is assigned to it. */
export function setAltered(state: State, name: string): State {
  return { ...setVariable(state, name, undefined), altered: new Set(state.altered).add(name) };
}

/** Marks a variable as handed on to programs. */
export function setExported(state: State, name: string): State {
  if (state.exported.has(name) || state.exported.size >= MAX_NAMES) return state;
  return { ...state, exported: new Set(state.exported).add(name) };
}

/** Adds invocations that have succeeded. */
export function withFacts(state: State, facts: readonly number[]): State {
  const known = state.facts;
  if (facts.length === 0 || known.length >= MAX_FACTS) return state;
  const last = known.at(-1) ?? -1;
  const behind = facts.length === 1 && (facts[0] ?? -1) > last;
  const fresh = known.length === 0 || behind ? facts : facts.filter((fact) => !known.includes(fact));
  if (fresh.length === 0) return state;
  const all =
    known.length + fresh.length === 1
      ? fresh
      : behind
        ? known.concat(fresh)
        : [...known, ...fresh].sort((a, b) => a - b);
  // Written out: this runs for every command, and spreading is slow.
  return {
    variables: state.variables,
    arrays: state.arrays,
    exported: state.exported,
    altered: state.altered,
    functions: state.functions,
    aliases: state.aliases,
    positional: state.positional,
    errexit: state.errexit,
    pipefail: state.pipefail,
    plainIfs: state.plainIfs,
    facts: all,
    place: state.place,
    influences: state.influences,
    written: state.written,
  };
}

/** What a new shell or program knows: exported variables, and neither functions nor aliases. */
export function childState(state: State, keepsVariables: boolean): State {
  const variables = new Map<string, readonly string[]>();
  if (keepsVariables) {
    for (const name of state.exported) {
      const values = state.variables.get(name);
      if (values !== undefined) variables.set(name, values);
    }
  }
  const { facts, place, written } = state;
  const influences = keepsVariables ? state.influences : UNKNOWN_STATE.influences;
  return {
    ...UNKNOWN_STATE,
    variables,
    exported: new Set(variables.keys()),
    facts,
    place,
    influences,
    written,
  };
}

/** Puts the shell in another directory. */
export function setPlace(state: State, place: Place): State {
  return { ...state, place };
}

/** Remembers what a file holds; undefined forgets it. */
export function setWritten(state: State, path: string, text: Text | undefined): State {
  if (text === undefined) {
    return state.written.has(path) ? { ...state, written: without(state.written, path) } : state;
  }
  if (state.written.size >= MAX_WRITTEN && !state.written.has(path)) return state;
  return { ...state, written: withEntry(state.written, path, text) };
}

/** Remembers a variable that may change what programs do; undefined forgets it. */
export function setInfluence(state: State, name: string, influence: Influence | undefined): State {
  if (influence === undefined) {
    return state.influences.has(name) ? { ...state, influences: without(state.influences, name) } : state;
  }
  return { ...state, influences: withEntry(state.influences, name, influence) };
}
