// Scripts that come through the standard input or through a substitution.
import type { Frame, State, Walker } from "../model.ts";
import type { Field, Text } from "../text-model.ts";
import { carryScript } from "./files.ts";
import type { Conditions, Job } from "./shared.ts";
import { carryText, rangeOf } from "./shared.ts";

/** Reads the script that a shell finds on its standard input. */
export function carryInput(
  walker: Walker,
  job: Job,
  state: State,
  frame: Frame,
  conditions: Conditions = {},
): readonly number[] {
  const { input } = frame;
  if (input === undefined) return [];
  if (input.kind === "text")
    return carryText(walker, job, input.text, state, frame, { ...conditions, input: null });
  if (input.kind === "file") {
    return carryScript(walker, job, [input.field], "shell", state, frame, conditions);
  }
  walker.output.problemAt(
    rangeOf(job),
    `a program that can't be seen is run: ${job.name} reads it from its input`,
  );
  return [];
}

/** What a process substitution (`<(…)`) would write, where that is known. */
export function substitutionText(walker: Walker, field: Field, state: State, frame: Frame): Text | undefined {
  const script = field.substitution?.script;
  if (script === undefined || field.substitution?.operator !== "<") return undefined;
  let text: Text | undefined;
  walker.output.watch(true, () => {
    text = walker.script(script, state, { ...frame, source: field.source, exits: [] }).output;
  });
  return text;
}
