// Builtins that read a text as commands of this shell: eval, source, trap, alias.

import { hasHoles, joinText } from "../expand/text.ts";
import type { Frame, Outcome, State, Walker } from "../model.ts";
import { sliceText } from "../source.ts";
import { forgetNames, forgetVariables, setAlias, setVariable } from "../state.ts";
import type { Text } from "../text-model.ts";
import { HOLE } from "../text-model.ts";
import { findFile, listFile } from "./files.ts";
import { substitutionText } from "./input.ts";
import { noteFile, noteHoles } from "./notes.ts";
import type { Handler, Job } from "./shared.ts";
import { fieldText } from "./shared.ts";
import { standIn } from "./words.ts";

/** Walks a text in this very shell: what it assigns and how it leaves holds afterwards. */
function walkHere(walker: Walker, job: Job, text: Text, state: State, frame: Frame): Outcome {
  noteHoles(walker, text);
  const inner: Frame = {
    ...frame,
    depth: frame.depth + 1,
    carriers: [...frame.carriers, job.name],
    redirections: [...frame.redirections, ...job.redirections],
  };
  let entry = state;
  for (const { name, value } of job.env) {
    walker.output.assigned(name);
    entry = setVariable(entry, name, value.text === undefined ? undefined : [value.text]);
  }
  const outcome = leave(walker.text(text, entry, inner), new Set(job.env.map(({ name }) => name)));
  if (!hasHoles(text)) return outcome;
  walker.output.assigned("*");
  return {
    yes: forgetVariables(outcome.yes ?? state),
    no: forgetVariables(outcome.no ?? state),
  };
}

/** The outcome with variables that were set for the text alone unknown again. */
function leave(outcome: Outcome, names: ReadonlySet<string>): Outcome {
  if (names.size === 0) return outcome;
  return {
    ...outcome,
    yes: outcome.yes === null ? null : forgetNames(outcome.yes, names),
    no: outcome.no === null ? null : forgetNames(outcome.no, names),
  };
}

/** The handler for eval. */
export const handleEval: Handler = (walker, job, state, frame) => {
  const words = job.args[0]?.word.text === "--" ? job.args.slice(1) : job.args;
  return words.length === 0 ? { yes: state, no: null } : walkHere(walker, job, joinText(words), state, frame);
};

/** The handler for `source FILE` and `. FILE`. */
export const handleSource: Handler = (walker, job, state, frame) => {
  const words = job.args[0]?.word.text === "--" ? job.args.slice(1) : job.args;
  const file = words[0];
  if (file === undefined) return { yes: state, no: state };
  const { input } = frame;
  const fromInput = file.word.text === "/dev/stdin" && input?.kind === "text" ? input.text : undefined;
  const text = substitutionText(walker, file, state, frame) ?? fromInput;
  if (text !== undefined) return walkHere(walker, job, text, state, frame);
  if (file.substitution !== undefined || file.word.text === "/dev/stdin") {
    walker.output.problemAt(file.word.range, "a program that can't be seen is run");
  } else {
    const known = findFile(walker, file.word.text, state, frame);
    listFile(walker, job, known, "shell", [], file, frame);
    const { text: path } = file.word;
    if (known.text !== undefined && path !== undefined) {
      const content = standIn(known.text, file);
      return walker.output.inside(path, () =>
        walkHere(walker, job, content, state, { ...frame, inFile: true }),
      );
    }
    noteFile(walker, file.word);
  }
  walker.output.assigned("*");
  return { yes: forgetVariables(state), no: forgetVariables(state) };
};

/** The handler for trap: the script runs at another time, in this shell. */
export const handleTrap: Handler = (walker, job, state, frame) => {
  const words = job.args[0]?.word.text === "--" ? job.args.slice(1) : job.args;
  const script = words[0];
  if (script === undefined || words.length < 2 || /^-|^$/.test(script.word.text ?? "x")) return undefined;
  let unknown: ReadonlySet<string> = new Set();
  const text = fieldText(script);
  // Its variables have the values of that time, which may be any.
  const later: State = { ...forgetVariables(state), facts: [], plainIfs: state.plainIfs };
  const inner: Frame = { ...frame, exits: [], breaks: [], returns: [], tested: true };
  unknown = walker.output.watch(false, () => {
    walkHere(walker, job, text, later, inner);
  });
  // From now on the shell may end with success at any time.
  if (inner.exits.some((exit) => exit.yes)) frame.exits.push({ state, yes: true, no: false });
  const after = forgetNames(state, unknown);
  return { yes: after, no: after };
};

/** The handler for alias. */
export const handleAlias: Handler = (_walker, job, state) => {
  let result = state;
  for (const field of job.args) {
    const text = fieldText(field);
    const equals = text.value.indexOf("=");
    const name = text.value.slice(0, equals);
    if (equals < 1 || name.includes(HOLE) || name.startsWith("-")) continue;
    result = setAlias(result, name, sliceText(text, equals + 1, text.value.length));
  }
  return { yes: result, no: result };
};
