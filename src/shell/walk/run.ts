// Runs words as a program: reports the invocation, then does what the program does to the shell or carries.

import type { Range } from "../../policy/types.ts";
import { namesOwnFile, runOwnFile } from "../carry/files.ts";
import { carryDeclared } from "../carry/generic.ts";
import { handlerOf } from "../carry/handlers.ts";
import { influencesOn } from "../carry/influences.ts";
import { outputOf, WRITES } from "../carry/output.ts";
import type { Job } from "../carry/shared.ts";
import type { Target } from "../carry/written.ts";
import { outputTargets, writeFiles } from "../carry/written.ts";
import type { Call, Frame, Outcome, State, Walker } from "../model.ts";
import { lookalikeOf, programName } from "../names.ts";
import { shownDirectory } from "../place.ts";
import { quotingAt } from "../source.ts";
import { isSpecial } from "../special.ts";
import { withFacts } from "../state.ts";
import type { Quoting, Word } from "../types.ts";

function spanOf(program: Word, args: readonly Word[]): Range {
  let { start, end } = program.range;
  for (const { range } of args) {
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  return { start, end };
}

function quotingOf(call: Call, frame: Frame): Quoting {
  const program = call.fields[0];
  if (program === undefined || program.source.parent === undefined) return frame.quoting;
  const { source, start } = program;
  let { end } = program;
  for (const field of call.fields) {
    if (field.source === source) end = Math.max(end, field.end);
  }
  const inner = quotingAt(source, start, end);
  if (frame.quoting === "none") return inner;
  return inner === "none" ? frame.quoting : "other";
}

/** Reports an invocation and answers its index. */
export function report(
  walker: Walker,
  call: Call,
  name: string | undefined,
  state: State,
  frame: Frame,
): number | undefined {
  const program = call.fields[0]?.word;
  if (program === undefined) return undefined;
  const args: Word[] = [];
  for (let index = 1; index < call.fields.length; index++) {
    const field = call.fields[index];
    if (field !== undefined) args.push(field.word);
  }
  const { redirections } = frame;
  return walker.output.invocation({
    name,
    program,
    args,
    env: call.env,
    redirections: redirections.length === 0 ? call.redirections : [...redirections, ...call.redirections],
    host: frame.host,
    carriers: frame.carriers,
    succeeded: state.facts,
    pipedFrom: frame.pipedFrom,
    certain: frame.certain,
    range: call.range ?? spanOf(program, args),
    quoting: quotingOf(call, frame),
    cwd: shownDirectory(state.place.cwd, walker.options.cwd),
    influences: influencesOn(walker, call.env, state, frame),
    lookalike: name === undefined ? undefined : lookalikeOf(name),
  });
}

/** The files that a program writes its output to. */
function targetsOf(job: Job): readonly Target[] {
  const targets = outputTargets(job.redirections);
  if (job.name !== "tee") return targets;
  const adds = job.args.some((field) => /^-\w*a|^--append$/.test(field.word.text ?? ""));
  const files = job.args.filter((field) => field.word.text?.startsWith("-") !== true);
  return [...targets, ...files.map(({ word }) => ({ word, adds }))];
}

/** Reports words as a program and walks what it carries. */
export function runCall(walker: Walker, call: Call, state: State, frame: Frame): Outcome {
  const program = call.fields[0];
  if (program === undefined || !walker.output.words(call.fields.length)) return { yes: state, no: state };
  const name = call.name ?? programName(program.word, walker.options.foldCase);
  const index = report(walker, call, name, state, frame);
  const own = index === undefined ? [] : [index];
  if (name === undefined) return { yes: withFacts(state, own), no: state, index };
  if (name === "wait") walker.output.ended(0, call.fields.length > 1);
  const declared = walker.declared(name);
  const handler = isSpecial(name, program.word.text) ? handlerOf(name, program.word.text) : undefined;
  const word = program.word.text;
  if (handler === undefined && declared === undefined && word !== undefined && namesOwnFile(word)) {
    const job: Job = { ...call, name, args: call.fields.slice(1), index };
    return { yes: withFacts(state, [...own, ...runOwnFile(walker, job, state, frame)]), no: state, index };
  }
  if (declared === undefined && handler === undefined && !WRITES.has(name)) {
    const targets = call.redirections.length === 0 ? [] : outputTargets(call.redirections);
    const after = targets.length === 0 ? state : writeFiles(walker, targets, undefined, state, frame);
    return { yes: withFacts(after, own), no: state, index };
  }
  const { fields, env, redirections, range } = call;
  const job: Job = { fields, env, redirections, range, name, args: fields.slice(1), index };
  const outcome =
    declared === undefined
      ? handler?.(walker, job, state, frame)
      : carryDeclared(walker, job, declared, state, frame);
  if (outcome === undefined) {
    const output = outputOf(job, frame);
    const written = writeFiles(walker, targetsOf(job), output, state, frame);
    const hidden = redirections.some(({ operator }) => /^(?:1?|&)>/.test(operator));
    return { yes: withFacts(written, own), no: state, index, output: hidden ? undefined : output };
  }
  return { yes: outcome.yes === null ? null : withFacts(outcome.yes, own), no: outcome.no, index };
}
