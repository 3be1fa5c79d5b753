// Builtins that change the shell's directory: cd, pushd, popd.
import type { State, Walker } from "../../model.ts";
import type { Directory, Place } from "../../place.ts";
import { enter, isFixed, NOWHERE, pathFrom, pop, push } from "../../place.ts";
import { PLACE_NAME, setPlace } from "../../state.ts";
import type { Field } from "../../text-model.ts";
import type { Handler } from "../shared.ts";
import { both } from "./common.ts";

/** The words after the options of `cd`, and whether symbolic links are followed. */
function operands(args: readonly Field[]): { rest: readonly Field[]; physical: boolean } {
  let at = 0;
  let physical = false;
  for (; /^-[LPeqs@]+$/.test(args[at]?.word.text ?? ""); at++) {
    physical = args[at]?.word.text?.includes("P") === true;
  }
  if (args[at]?.word.text === "--") at += 1;
  return { rest: args.slice(at), physical };
}

/** Where a word leads; null where that is not known. */
function target(state: State, field: Field, physical: boolean): Directory {
  const { text } = field.word;
  if (text === undefined) return null;
  if (text === "") return state.place.cwd;
  // Another folder may come first where CDPATH is set, and a link may lead elsewhere than its name.
  if (state.influences.has("CDPATH") && !isFixed(text) && !/^\.{1,2}(?:\/|$)/.test(text)) return null;
  if (physical && text.includes("..")) return null;
  return pathFrom(state.place.cwd, text);
}

/** A folder may not be there: only success is known to have changed the place. */
function moved(walker: Walker, state: State, place: Place): { yes: State; no: State } {
  walker.output.assigned(PLACE_NAME);
  return { yes: setPlace(state, place), no: state };
}

/** The handler for cd. */
export const handleCd: Handler = (walker, job, state) => {
  const { rest, physical } = operands(job.args);
  const [first, ...others] = rest;
  const { place } = state;
  if (first === undefined) {
    const home = state.variables.get("HOME");
    const path = home === undefined ? "~" : home.length === 1 ? home[0] : null;
    return moved(walker, state, enter(place, path));
  }
  if (first.word.text === "-") return moved(walker, state, enter(place, place.previous));
  const cwd = others.length > 0 || first.word.split === true ? null : target(state, first, physical);
  return moved(walker, state, enter(place, cwd));
};

/** The handler for pushd and popd. */
export const handlePushd: Handler = (walker, job, state) => {
  const { place } = state;
  if (job.name === "popd") return moved(walker, state, job.args.length === 0 ? pop(place) : NOWHERE);
  const [first] = job.args;
  if (job.args.length !== 1 || first === undefined || /^[-+]/.test(first.word.text ?? "-")) {
    const [top, ...stack] = place.stack;
    const swapped =
      place.stack.length === 0 ? NOWHERE : { cwd: top, previous: place.cwd, stack: [place.cwd, ...stack] };
    return moved(walker, state, job.args.length === 0 ? swapped : NOWHERE);
  }
  return moved(walker, state, push(place, target(state, first, false)));
};

/** The handler for dirs, which can take the stack away. */
export const handleDirs: Handler = (_walker, job, state) =>
  both(
    job.args.some((field) => field.word.text !== "-p")
      ? setPlace(state, { ...state.place, stack: [] })
      : state,
  );
