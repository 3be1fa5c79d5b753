// Programs that run another one for every file they find.
import { addedWord, fillWord } from "./placeholders.ts";
import type { Handler } from "./shared.ts";
import { carryCommand } from "./shared.ts";

const EXECUTES = new Set(["-exec", "-execdir", "-ok", "-okdir"]);

/** The handler for find: the words between `-exec` and `;` or `+`. */
export const handleFind: Handler = (walker, job, state, frame) => {
  let at = 0;
  while (at < job.args.length) {
    if (!EXECUTES.has(job.args[at]?.word.text ?? "")) {
      at += 1;
      continue;
    }
    const start = at + 1;
    let end = start;
    while (end < job.args.length) {
      const text = job.args[end]?.word.text;
      if (text === ";" || (text === "+" && job.args[end - 1]?.word.text === "{}")) break;
      end += 1;
    }
    const words = job.args.slice(start, end).map((field) => fillWord(field, "{}", frame));
    carryCommand(walker, job, words, state, frame, { losesStatus: true });
    at = end + 1;
  }
  return undefined;
};

/** The handler for fd: all words after `-x` or `-X`. */
export const handleFd: Handler = (walker, job, state, frame) => {
  const at = job.args.findIndex((field) => /^(?:-x|-X|--exec|--exec-batch)$/.test(field.word.text ?? ""));
  if (at < 0) return undefined;
  const end = job.args.findIndex((field, index) => index > at && field.word.text === ";");
  const own = job.args.slice(at + 1, end < 0 ? undefined : end);
  const filled = own.map((field) => fillWord(field, "{}", frame));
  const words = filled.every((field, index) => field === own[index])
    ? [...filled, addedWord(job, frame)]
    : filled;
  carryCommand(walker, job, words, state, frame, { losesStatus: true });
  return undefined;
};
