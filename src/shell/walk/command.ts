// Walks one simple command: assignments, words, redirections, then whatever its first word is.
import type { Command } from "unbash";
import { outputTargets, writeFiles } from "../carry/written.ts";
import type { Expansion } from "../expand/context.ts";
import { expandOne, expandWord } from "../expand/words.ts";
import { joinAll } from "../join.ts";
import { MAX_WORDS } from "../limits.ts";
import type { Call, Frame, Outcome, State, Walker } from "../model.ts";
import { locate } from "../source.ts";
import { setArray } from "../state.ts";
import type { Field } from "../text-model.ts";
import { assign, assignmentWord } from "./assignments.ts";
import { choices } from "./choices.ts";
import { callAlias, callFunction } from "./functions.ts";
import { redirect } from "./redirections.ts";

/** Walks one simple command. */
export function walkCommand(walker: Walker, node: Command, state: State, frame: Frame): Outcome {
  if (!walker.output.step()) return { yes: state, no: state };
  const states =
    state.variables.size === 0 ? [state] : choices(state, frame.source.text.slice(node.pos, node.end));
  const only = states.length === 1 ? states[0] : undefined;
  if (only !== undefined) return readCommand(walker, node, only, frame);
  const inner: Frame = { ...frame, certain: false, once: false };
  const outcomes = states.map((choice) => readCommand(walker, node, choice, inner));
  return {
    yes: joinAll(outcomes.map((outcome) => outcome.yes)),
    no: joinAll(outcomes.map((outcome) => outcome.no)),
  };
}

/** Applies assignments that stand alone. They fail only when a substitution in them does. */
function assignAll(x: Expansion, node: Command): Outcome {
  let substitutes = false;
  for (const item of node.prefix) {
    if (item.type !== "Assignment") continue;
    assign(x, item);
    if (/\$\(|`/.test(item.text)) substitutes = true;
  }
  const { redirections } = redirect(x, node.redirects);
  if (redirections.length > 0) {
    reportFiles(x, node, redirections);
    x.state = writeFiles(x.walker, outputTargets(redirections), undefined, x.state, x.frame);
  }
  return { yes: x.state, no: substitutes || redirections.length > 0 ? x.state : null };
}

/** Hands on redirections without a program: they write and read files all the same. */
function reportFiles(x: Expansion, node: Command, redirections: Call["redirections"]): void {
  const { source } = x.frame;
  const { range } = locate(source, node.pos, node.end);
  const at = { start: range.start, end: range.start };
  const word = { text: "", raw: "", range: at, exact: false };
  const field: Field = { word, source, start: node.pos, end: node.pos, pieces: [] };
  x.walker.report({ fields: [field], env: [], redirections, range }, "", x.state, x.frame);
}

/** Words of a command, of which those that assign keep their value in one word. */
function wordsOf(x: Expansion, node: Command): Field[] {
  const fields: Field[] = node.name === undefined ? [] : [...expandWord(x, node.name)];
  for (const item of node.suffix) {
    if (fields.length > MAX_WORDS) {
      x.walker.output.problem(x.frame.source, node.pos, node.end, `has more than ${MAX_WORDS} words`);
      break;
    }
    if (item.type === "Word") fields.push(...expandWord(x, item));
    else if (item.type === "Assignment") fields.push(assignmentWord(x, item));
  }
  return fields;
}

/** Variables of one program alone. They don't change what its own words expand to. */
function environment(x: Expansion, node: Command): Call["env"] {
  const own: Expansion = { walker: x.walker, frame: x.frame, state: x.state };
  const env: { name: string; value: Field["word"] }[] = [];
  for (const item of node.prefix) {
    if (item.type !== "Assignment" || item.value.type === "ArrayValue") continue;
    env.push({ name: item.name, value: expandOne(own, item.value).word });
    const silent: Expansion = { walker: x.walker, frame: x.frame, state: own.state };
    x.walker.output.watch(true, () => assign(silent, item));
    own.state = silent.state;
  }
  return env;
}

/** Gives arrays that `declare`, `local` and the like assign their words. */
function declareArrays(x: Expansion, node: Command, outcome: Outcome): Outcome {
  let result = outcome;
  for (const item of node.suffix) {
    if (item.type !== "Assignment" || item.value.type !== "ArrayValue") continue;
    const before = x.state;
    assign(x, item);
    const fields = x.state.arrays.get(item.name);
    const apply = (state: State | null): State | null =>
      state === null || fields === undefined ? state : setArray(state, item.name, fields);
    result = { ...result, yes: apply(result.yes), no: apply(result.no) };
    x.state = before;
  }
  return result;
}

function readCommand(walker: Walker, node: Command, state: State, frame: Frame): Outcome {
  const x: Expansion = { walker, frame, state };
  if (node.name === undefined) return assignAll(x, node);
  const fields = wordsOf(x, node);
  const { redirections, input } = redirect(x, node.redirects);
  if (fields.length === 0) return assignAll(x, node);
  const env = node.prefix.length === 0 ? [] : environment(x, node);
  const call: Call = { fields, env, redirections, range: locate(frame.source, node.pos, node.end).range };
  const inner: Frame = input === undefined ? frame : { ...frame, input, pipedFrom: undefined };
  if (node.name.parts === undefined && x.state.aliases.has(node.name.text))
    callAlias(walker, node, x.state, inner);
  const called = callFunction(walker, call, x.state, inner);
  const outcome = called ?? walker.run(call, x.state, inner);
  return node.suffix.some((item) => item.type === "Assignment") ? declareArrays(x, node, outcome) : outcome;
}
