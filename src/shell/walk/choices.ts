// Reads a command once for every combination of the values that its variables may have.
import { MAX_COMBINATIONS } from "../limits.ts";
import type { State } from "../model.ts";
import { setVariable } from "../state.ts";

/** Names that a text may expand, found by their spelling alone: too many do no harm. */
function mentioned(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name] of text.matchAll(/[A-Za-z_]\w*/g)) names.add(name);
  return names;
}

/** The states in which a command has to be read: one, unless a variable in it has several values. */
export function choices(state: State, text: string): readonly State[] {
  let open = false;
  for (const values of state.variables.values()) {
    if (values.length > 1) open = true;
  }
  if (!open || !text.includes("$")) return [state];
  const names = mentioned(text);
  let states: readonly State[] = [state];
  for (const [name, values] of state.variables) {
    if (values.length < 2 || !names.has(name)) continue;
    if (states.length * values.length > MAX_COMBINATIONS) {
      states = states.map((each) => setVariable(each, name, undefined));
      continue;
    }
    states = states.flatMap((each) => values.map((value) => setVariable(each, name, [value])));
  }
  return states;
}
