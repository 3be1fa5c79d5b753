// Programs that run the words behind a mark, and bwrap, whose options take up to two words.
import { BWRAP_NONE, BWRAP_TWO, MARKS } from "../carriers/marked.ts";
import type { Handler } from "./shared.ts";
import { carryCommand, carryText, fieldText } from "./shared.ts";
import { headOf } from "./values.ts";

/** The handler for programs with a mark. One word behind it may be a script as well. */
export const handleMarked: Handler = (walker, job, state, frame) => {
  const mark = MARKS.get(job.name);
  const at = job.args.findIndex((field) => mark?.marks.includes(headOf(field)) === true);
  const before = job.args.slice(0, Math.max(at, 0));
  if (mark === undefined || at < 0) return undefined;
  if (mark.verb !== undefined && !before.some((field) => mark.verb?.test(headOf(field)) === true))
    return undefined;
  const words = job.args.slice(at + 1);
  const [first] = words;
  const conditions = { input: null, losesStatus: true } as const;
  if (words.length === 1 && first !== undefined && /\s/.test(headOf(first)))
    carryText(walker, job, fieldText(first), state, frame, conditions);
  else carryCommand(walker, job, words, state, frame, conditions);
  return undefined;
};

/** The handler for bwrap. */
export const handleBwrap: Handler = (walker, job, state, frame) => {
  let at = 0;
  while (headOf(job.args[at]).startsWith("--")) {
    const head = headOf(job.args[at]);
    at += 1;
    if (head === "--") break;
    if (!BWRAP_NONE.test(head)) at += BWRAP_TWO.test(head) ? 2 : 1;
  }
  carryCommand(walker, job, job.args.slice(at), state, frame, { losesStatus: true });
  return undefined;
};
