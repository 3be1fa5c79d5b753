// Joins two states of a shell where ways meet: only what holds on both of them is kept.
import { MAX_VALUES } from "./limits.ts";
import type { FunctionSet, Outcome, State } from "./model.ts";
import { joinPlaces } from "./place.ts";
import type { Text } from "./text-model.ts";

function joinMaps<V>(
  a: ReadonlyMap<string, V>,
  b: ReadonlyMap<string, V>,
  join: (left: V | undefined, right: V | undefined) => V | undefined,
): ReadonlyMap<string, V> {
  if (a === b) return a;
  const result = new Map<string, V>();
  for (const name of new Set([...a.keys(), ...b.keys()])) {
    const value = join(a.get(name), b.get(name));
    if (value !== undefined) result.set(name, value);
  }
  return result;
}

function joinValues(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  if (a === b || a === undefined || b === undefined) return a === b ? a : undefined;
  const values = [...new Set([...a, ...b])];
  return values.length > MAX_VALUES ? undefined : values;
}

function joinFunctions(a: FunctionSet | undefined, b: FunctionSet | undefined): FunctionSet | undefined {
  if (a === b) return a;
  const bodies = [...new Set([...(a?.bodies ?? []), ...(b?.bodies ?? [])])];
  return { bodies: bodies.slice(-MAX_VALUES), sure: (a?.sure ?? false) && (b?.sure ?? false) };
}

function joinTexts(
  a: readonly Text[] | undefined,
  b: readonly Text[] | undefined,
): readonly Text[] | undefined {
  return [...new Set([...(a ?? []), ...(b ?? [])])].slice(-MAX_VALUES);
}

function joinFacts(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a === b) return a;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.every((fact, index) => fact === long[index])) return short;
  const others = new Set(long);
  return short.filter((fact) => others.has(fact));
}

/** The state where two ways meet: only what holds on both of them. */
function joinStates(a: State, b: State): State {
  if (a === b) return a;
  const facts = joinFacts(a.facts, b.facts);
  const same =
    a.variables === b.variables &&
    a.arrays === b.arrays &&
    a.functions === b.functions &&
    a.aliases === b.aliases &&
    a.positional === b.positional &&
    a.exported === b.exported &&
    a.altered === b.altered &&
    a.errexit === b.errexit &&
    a.pipefail === b.pipefail &&
    a.plainIfs === b.plainIfs &&
    a.place === b.place &&
    a.influences === b.influences &&
    a.written === b.written;
  if (same) return facts === a.facts ? a : facts === b.facts ? b : { ...a, facts };
  return {
    variables: joinMaps(a.variables, b.variables, joinValues),
    arrays: joinMaps(a.arrays, b.arrays, (left, right) => (left === right ? left : undefined)),
    exported: a.exported === b.exported ? a.exported : new Set([...a.exported, ...b.exported]),
    altered: a.altered === b.altered ? a.altered : new Set([...a.altered, ...b.altered]),
    functions: joinMaps(a.functions, b.functions, joinFunctions),
    aliases: joinMaps(a.aliases, b.aliases, joinTexts),
    positional: a.positional === b.positional ? a.positional : undefined,
    errexit: a.errexit && b.errexit,
    pipefail: a.pipefail && b.pipefail,
    plainIfs: a.plainIfs && b.plainIfs,
    facts,
    place: joinPlaces(a.place, b.place),
    influences: joinMaps(a.influences, b.influences, (left, right) => left ?? right),
    written: joinMaps(a.written, b.written, (left, right) => {
      // One way may not have written it: the text is then one that it may have.
      if (left === undefined || right === undefined) return left ?? right;
      return left === right ? left : undefined;
    }),
  };
}

/** The state where any of several ways may have been taken; null when none can. */
export function joinAll(states: readonly (State | null)[]): State | null {
  let result: State | null = null;
  for (const state of states) {
    if (state !== null) result = result === null ? state : joinStates(result, state);
  }
  return result;
}

/** The state after a node, whatever its status was. */
export function after(outcome: Outcome): State | null {
  return joinAll([outcome.yes, outcome.no]);
}
