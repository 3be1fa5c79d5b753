// xargs: runs a program with words that it reads from its input.
import { command } from "../carriers/entry.ts";
import type { Field } from "../text-model.ts";
import type { Carrier } from "../types.ts";
import { readCarrier } from "./options.ts";
import { addedWord, fillWord } from "./placeholders.ts";
import type { Handler } from "./shared.ts";
import { carryCommand } from "./shared.ts";

const XARGS: Carrier = {
  ...command(
    "xargs",
    "-0 -r -t -p -x -o -e -i -l --null --no-run-if-empty --verbose --interactive --exit --open-tty --replace --eof --max-lines --show-limits",
    "-a -d -E -I -J -L -n -P -R -S -s --arg-file --delimiter --max-args --max-procs --max-chars --process-slot-var",
  ),
};

function xargsPlaceholder(args: readonly Field[]): string | undefined {
  for (const [index, field] of args.entries()) {
    const text = field.word.text ?? "";
    if (text === "-I" || text === "-J") return args[index + 1]?.word.text ?? "";
    if (/^-[IJ]./.test(text)) return text.slice(2);
    if (text === "-i" || text === "--replace") return "{}";
    if (/^-i./.test(text)) return text.slice(2);
    if (text.startsWith("--replace=")) return text.slice("--replace=".length);
    if (!text.startsWith("-")) break;
  }
  return undefined;
}

/** The handler for xargs: its program gets words that are read from the input. */
export const handleXargs: Handler = (walker, job, state, frame) => {
  for (const reading of readCarrier(XARGS, job.args)) {
    const own = job.args.slice(reading.start);
    if (own.length === 0) continue;
    const placeholder = xargsPlaceholder(job.args.slice(0, reading.start));
    const words =
      placeholder === undefined
        ? [...own, addedWord(job, frame)]
        : own.map((field) => fillWord(field, placeholder, frame));
    carryCommand(walker, job, words, state, frame, {
      certain: reading.certain,
      losesStatus: true,
      input: null,
    });
  }
  return undefined;
};
