// Builtins that write to variables or take them away: read, mapfile, getopts, unset, printf -v, let.
import type { Frame } from "../../model.ts";
import { EVERY_NAME, setFunction, setInfluence, setVariable } from "../../state.ts";
import { HOLE } from "../../text-model.ts";
import { printfOutput } from "../output.ts";
import type { Handler, Job } from "../shared.ts";
import { rangeOf } from "../shared.ts";
import { both, forget, splitOptions } from "./common.ts";

const READ_VALUED: ReadonlySet<string> = new Set(["-d", "-i", "-n", "-N", "-p", "-t", "-u"]);
const MAPFILE_VALUED: ReadonlySet<string> = new Set(["-d", "-n", "-O", "-s", "-u", "-c", "-C"]);

/** The line that read finds, where it is known and has nothing that read would change. */
function knownLine(job: Job, frame: Frame): string | undefined {
  const { input } = frame;
  if (input?.kind !== "text") return undefined;
  const line = input.text.value.replace(/\n$/, "");
  const plain = job.args.every(
    ({ word }) => word.text !== undefined && /^(?:-r|[A-Za-z_]\w*)$/.test(word.text),
  );
  return plain && !/[\n\\]| {2}|\t/.test(line) && !line.includes(HOLE) ? line : undefined;
}

/** The handler for read, mapfile, readarray and getopts: the names they write are unknown from here on. */
export const handleRead: Handler = (walker, job, state, frame) => {
  let result = state;
  if (job.name !== "read" && job.args.some((field) => field.word.text?.startsWith("-C") === true)) {
    walker.output.problemAt(rangeOf(job), "a command that this reads lines with is not followed");
  }
  const valued = job.name === "read" ? READ_VALUED : MAPFILE_VALUED;
  const names: string[] = [];
  for (let at = 0; at < job.args.length; at++) {
    const { text } = job.args[at]?.word ?? {};
    if (text === undefined) names.push(EVERY_NAME);
    else if (valued.has(text)) at += 1;
    else if (/^[A-Za-z_]\w*/.test(text)) names.push(/^\w+/.exec(text)?.[0] ?? text);
  }
  if (names.length === 0) names.push(job.name === "read" ? "REPLY" : "MAPFILE");
  if (job.name === "getopts") names.push("OPTARG", "OPTIND");
  for (const name of names) result = forget(walker, result, name);
  const line = job.name === "read" ? knownLine(job, frame) : undefined;
  if (line === undefined || !state.plainIfs || names.includes(EVERY_NAME)) return both(result);
  const words = line.trim().split(/[ \t]+/);
  for (const [index, name] of names.entries()) {
    const last = index === names.length - 1;
    result = setVariable(result, name, [last ? words.slice(index).join(" ") : (words[index] ?? "")]);
  }
  return both(result);
};

/** The handler for unset. */
export const handleUnset: Handler = (walker, job, state) => {
  let result = state;
  const { letters, rest } = splitOptions(job.args);
  for (const { word } of rest) {
    if (word.text === undefined) {
      result = { ...forget(walker, result, EVERY_NAME), functions: new Map(result.functions) };
      continue;
    }
    const name = /^\w+/.exec(word.text)?.[0] ?? word.text;
    if (!letters.includes("f")) result = setInfluence(forget(walker, result, name), name, undefined);
    if (!letters.includes("v")) result = setFunction(result, name, undefined);
  }
  return both(result);
};

/** The handler for `printf -v NAME`. */
export const handlePrintf: Handler = (walker, job, state) => {
  const [first, second] = job.args;
  const text = first?.word.text;
  if (text === undefined || !text.startsWith("-v")) return undefined;
  const name = text === "-v" ? second?.word.text : text.slice(2);
  const known = /^[A-Za-z_]\w*$/.test(name ?? "") ? name : undefined;
  const result = forget(walker, state, /^[A-Za-z_]\w*/.exec(name ?? "")?.[0] ?? EVERY_NAME);
  const value = printfOutput({ ...job, args: job.args.slice(text === "-v" ? 2 : 1) })?.value;
  if (known === undefined || value === undefined || value.includes(HOLE)) return both(result);
  return both(setVariable(result, known, [value]));
};

/** The handler for let: arithmetic may assign any name in it. */
export const handleLet: Handler = (walker, job, state) => {
  let result = state;
  for (const { word } of job.args) {
    if (word.text === undefined) result = forget(walker, result, EVERY_NAME);
    else for (const [name] of word.text.matchAll(/[A-Za-z_]\w*/g)) result = forget(walker, result, name);
  }
  return both(result);
};
