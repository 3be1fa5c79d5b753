// Builtins that change how the shell goes on: set, shift, exit and the like.
import type { Frame, State } from "../../model.ts";
import { setAlias } from "../../state.ts";
import type { Handler, Job } from "../shared.ts";
import { rangeOf } from "../shared.ts";
import { both } from "./common.ts";

/** The handler for set: options of the shell, and positional parameters. */
export const handleSet: Handler = (_walker, job, state, frame) => {
  let result = state;
  const { args } = job;
  // Nothing behind it is run, and the shell ends with success.
  const stop = (): void => void frame.exits.push({ state, yes: true, no: false });
  for (let at = 0; at < args.length; at++) {
    const text = args[at]?.word.text;
    if (text === undefined)
      return { yes: { ...result, errexit: false, pipefail: false, positional: undefined }, no: null };
    if (text === "--" || !/^[-+]/.test(text)) {
      return { yes: { ...result, positional: args.slice(text === "--" ? at + 1 : at) }, no: null };
    }
    const on = text.startsWith("-");
    if (text.includes("e")) result = { ...result, errexit: on };
    if (on && text.includes("n")) stop();
    if (!text.endsWith("o")) continue;
    at += 1;
    const option = args[at]?.word.text;
    if (option === "errexit") result = { ...result, errexit: on };
    if (option === "pipefail") result = { ...result, pipefail: on };
    if (on && option === "noexec") stop();
  }
  return { yes: result, no: null };
};

/** The handler for shift. */
export const handleShift: Handler = (_walker, job, state) => {
  const count = job.args.length === 0 ? 1 : Number(job.args[0]?.word.text ?? Number.NaN);
  const known = state.positional
    ?.slice(0, count)
    .every(({ word }) => word.split !== true && word.glob !== true);
  const positional = Number.isInteger(count) && known === true ? state.positional?.slice(count) : undefined;
  return both({ ...state, positional });
};

function leave(job: Job, state: State): { state: State; yes: boolean; no: boolean } {
  const status = job.args[0]?.word.text;
  if (job.name === "break" || job.name === "continue") return { state, yes: true, no: true };
  const known = status !== undefined && /^\d+$/.test(status);
  return { state, yes: !known || Number(status) === 0, no: !known || Number(status) !== 0 };
}

/** The handler for exit, return, break and continue: nothing comes after them. */
export const handleLeave: Handler = (_walker, job, state, frame: Frame) => {
  const exits = job.name === "exit" ? frame.exits : job.name === "return" ? frame.returns : frame.breaks;
  if (exits === undefined && job.name !== "return") return both(state);
  (exits ?? frame.exits).push(leave(job, state));
  return { yes: null, no: null };
};

/** The handler for commands that can't fail. */
export const handleTrue: Handler = (_walker, _job, state) => ({ yes: state, no: null });

/** The handler for unalias: names that it takes away may still be replaced on the same line. */
export const handleUnalias: Handler = (_walker, job, state) => {
  let result = state;
  for (const { word } of job.args) {
    if (word.text !== undefined) result = setAlias(result, word.text, undefined);
  }
  return both(result);
};

const REPLACES: Readonly<Record<string, RegExp>> = { hash: /^-[a-z]*p/, enable: /^-[a-z]*f/ };

/** The handler for hash and enable: with an option a name stands for a program, or code, that can't be seen from it. */
export const handleNames: Handler = (walker, job, state) => {
  const option = job.args.find((f) => REPLACES[job.name]?.test(f.word.text ?? f.word.pieces?.[0] ?? "-pf"));
  if (option !== undefined)
    walker.output.problemAt(rangeOf(job), `${job.name} makes a name stand for another program`);
  return both(state);
};
