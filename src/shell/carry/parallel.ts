// parallel: runs a script for every word behind `:::` or of its input.
import { command } from "../carriers/entry.ts";
import { joinText } from "../expand/text.ts";
import type { Frame, State, Walker } from "../model.ts";
import type { Field, Text } from "../text-model.ts";
import { HOLE } from "../text-model.ts";
import type { Carrier } from "../types.ts";
import { readCarrier } from "./options.ts";
import { addedWord } from "./placeholders.ts";
import type { Handler, Job } from "./shared.ts";
import { carryCommand, carryText, fieldText, rangeOf } from "./shared.ts";

const PARALLEL: Carrier = command(
  "parallel",
  "-k -0 -u -X -m -t -v -q -i -r --keep-order --ungroup --pipe --bar --progress --dry-run --eta --null --line-buffer --lb --tag --verbose --no-run-if-empty --will-cite --plain --shuf --xargs",
  "-j -a -C -d -E -I -L -n -N -P -s -S --jobs --colsep --arg-file --delay --timeout --joblog --results --sshlogin --slf --retries --halt --max-args --max-procs --memfree --load --nice --tmpdir --wd --workdir --env --tagstring --block --recend",
);

/** More words behind `:::` are not put in. */
const MOST_WORDS = 20;

function replacePlaceholders(text: Text): Text {
  // Every character of a placeholder becomes a hole, so that all places stay what they are.
  const value = text.value.replace(/\{(?:[#%/.]|\/\.|\/\/|-?\d+[./]*)?\}/g, (all) => HOLE.repeat(all.length));
  return { ...text, value };
}

/** The words with one from behind `:::` in its place, so that an option is seen; undefined where it is a part of a word. */
function filledWith(field: Field, own: readonly Field[]): Field[] | undefined {
  if (own.some(({ word }) => word.text === "{}")) return own.map((f) => (f.word.text === "{}" ? field : f));
  return own.some(({ word }) => word.raw.includes("{")) ? undefined : [...own, field];
}

/** The handler for parallel: a script with placeholders, and words behind `:::`. */
export const handleParallel: Handler = (walker, job, state, frame) => {
  for (const reading of readCarrier(PARALLEL, job.args)) {
    const rest = job.args.slice(reading.start);
    const marker = rest.findIndex((field) => /^::::?\+?$/.test(field.word.text ?? ""));
    const own = marker < 0 ? rest : rest.slice(0, marker);
    const remote =
      reading.options.has("-S") || reading.options.has("--sshlogin") || reading.options.has("--slf");
    const conditions = {
      certain: reading.certain,
      losesStatus: true,
      input: null,
      ...(remote ? { host: null } : {}),
    };
    if (own.length > 0) {
      const text = joinText(own);
      const filled = replacePlaceholders(text);
      const whole =
        filled.value === text.value ? replacePlaceholders(joinText([...own, addedWord(job, frame)])) : filled;
      carryText(walker, job, whole, state, frame, conditions);
      const isMarked = rest[marker]?.word.text === ":::";
      const given = isMarked ? rest.slice(marker + 1, marker + 1 + MOST_WORDS) : [];
      for (const field of given) {
        const words = filledWith(field, own);
        if (words !== undefined) carryCommand(walker, job, words, state, frame, conditions);
      }
      continue;
    }
    for (const field of marker < 0 ? [] : rest.slice(marker + 1)) {
      carryText(walker, job, fieldText(field), state, frame, conditions);
    }
    if (marker < 0) readsScripts(walker, job, state, frame);
  }
  return undefined;
};

function readsScripts(walker: Walker, job: Job, state: State, frame: Frame): void {
  const { input } = frame;
  if (input?.kind === "text")
    carryText(walker, job, input.text, state, frame, { input: null, losesStatus: true });
  else if (input !== undefined) {
    walker.output.problemAt(
      rangeOf(job),
      "a program that can't be seen is run: parallel reads it from its input",
    );
  }
}
