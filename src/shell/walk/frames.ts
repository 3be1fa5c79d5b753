// Frames for what runs in a shell of its own, and what is known when that shell has ended.
import { joinAll } from "../join.ts";
import type { Exit, Frame, Outcome, State } from "../model.ts";

/** A frame for a subshell: what leaves it does not leave the shell around it. */
export function subshellFrame(frame: Frame): Frame & { readonly exits: Exit[] } {
  return { ...frame, depth: frame.depth + 1, breaks: undefined, returns: undefined, exits: [] };
}

/** The outcome of a subshell for the shell around it: only the facts come out of it. */
export function closeSubshell(state: State, outcome: Outcome, exits: readonly Exit[]): Outcome {
  const yes = joinAll([outcome.yes, ...exits.map((exit) => (exit.yes ? exit.state : null))]);
  const no = joinAll([outcome.no, ...exits.map((exit) => (exit.no ? exit.state : null))]);
  return {
    yes: yes === null ? null : { ...state, facts: yes.facts },
    no: no === null ? null : { ...state, facts: no.facts },
    output: outcome.output,
  };
}

/** The outcome of a command that leaves the state as it is. */
export function unchanged(state: State): Outcome {
  return { yes: state, no: state };
}
