// Builtins that declare variables: export, declare, typeset, readonly, local.
import { MAX_VALUE } from "../../limits.ts";
import type { State, Walker } from "../../model.ts";
import { EVERY_NAME, setAltered, setExported, setVariable } from "../../state.ts";
import type { Field } from "../../text-model.ts";
import { assignmentsOf } from "../assigned.ts";
import { noteAssignment } from "../influences.ts";
import type { Handler } from "../shared.ts";
import { rangeOf } from "../shared.ts";
import { both, forget, splitOptions } from "./common.ts";

function declareOne(walker: Walker, field: Field, letters: string, state: State): State {
  const { word } = field;
  const head = word.text ?? word.pieces?.[0];
  const match = typeof head === "string" ? /^([A-Za-z_]\w*)(\[[^\]]*\])?(?:(\+?=)|$)/.exec(head) : null;
  const name = match?.[1];
  if (match === null || name === undefined) {
    // `declare "$x"` may set any variable.
    return word.text === undefined ? forget(walker, state, EVERY_NAME) : state;
  }
  if (match[3] === undefined) return state;
  walker.output.assigned(name);
  const computed = /[ilu]/.test(letters) || match[2] !== undefined || word.split === true;
  const value = word.text === undefined || computed ? undefined : word.text.slice(match[0].length);
  const old = match[3] === "+=" ? state.variables.get(name) : [""];
  const values = value === undefined ? undefined : old?.map((each) => (each + value).slice(0, MAX_VALUE + 1));
  return setVariable(state, name, values);
}

function headOf({ word }: Field): string {
  return word.text ?? word.pieces?.[0] ?? "";
}

/** The handler for export, declare, typeset, readonly and local. */
export const handleDeclare: Handler = (walker, job, state, frame) => {
  const { letters, rest } = splitOptions(job.args);
  if (/[fFp]/.test(letters)) return both(state);
  let result = state;
  if (letters.includes("n") && job.name !== "export") {
    walker.output.problemAt(rangeOf(job), "a name reference is not followed");
    result = forget(walker, result, EVERY_NAME);
  }
  for (const field of rest) {
    const name = /^[A-Za-z_]\w*/.exec(field.word.text ?? field.word.pieces?.[0] ?? "")?.[0];
    if (name !== undefined && job.name !== "export" && job.name !== "readonly" && !letters.includes("g")) {
      frame.locals?.add(name);
    }
    if (name !== undefined && /[ilucn]/.test(letters)) result = setAltered(result, name);
    result = declareOne(walker, field, letters, result);
    const [assigned] = /^[A-Za-z_]\w*=/.test(headOf(field)) ? assignmentsOf([field]) : [];
    if (assigned !== undefined) result = noteAssignment(walker, assigned.name, assigned.value, result, frame);
    // What is read-only can't be given another value: an attempt leaves it unknown here.
    if (name !== undefined && (job.name === "readonly" || letters.includes("r")))
      result = { ...result, altered: new Set(result.altered).add(name) };
    if (name !== undefined && (job.name === "export" || letters.includes("x")))
      result = setExported(result, name);
  }
  return { yes: result, no: null };
};
