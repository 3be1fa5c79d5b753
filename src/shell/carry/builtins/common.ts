// What the handlers of builtins share.
import type { Outcome, State, Walker } from "../../model.ts";
import { EVERY_NAME, forgetVariables, setVariable } from "../../state.ts";
import type { Field } from "../../text-model.ts";

/** Makes a variable unknown, or all of them. */
export function forget(walker: Walker, state: State, name: string): State {
  walker.output.assigned(name);
  return name === EVERY_NAME ? forgetVariables(state) : setVariable(state, name, undefined);
}

/** The outcome of a command that may end well or not. */
export function both(state: State): Outcome {
  return { yes: state, no: state };
}

/** The letters of the options in front, and the words after them. */
export function splitOptions(args: readonly Field[]): { letters: string; rest: readonly Field[] } {
  let letters = "";
  let at = 0;
  while (/^[-+][A-Za-z]+$/.test(args[at]?.word.text ?? "")) {
    letters += args[at]?.word.text ?? "";
    at += 1;
  }
  if (args[at]?.word.text === "--") at += 1;
  return { letters, rest: args.slice(at) };
}
