// Splits a text to words as a shell would (`env -S`), without running anything of it.
import { parse } from "unbash";
import type { Expansion } from "../expand/context.ts";
import { expandWords } from "../expand/words.ts";
import type { Frame, State, Walker } from "../model.ts";
import { nestedSource } from "../source.ts";
import { UNKNOWN_STATE } from "../state.ts";
import type { Field, Text } from "../text-model.ts";

/** The words of a text; reports a problem where it is more than words. */
export function splitWords(walker: Walker, text: Text, state: State, frame: Frame): readonly Field[] {
  const shift = 2;
  const segments = text.segments.map((segment) => ({
    ...segment,
    start: segment.start + shift,
    end: segment.end + shift,
  }));
  const from = text.segments[0]?.from ?? 0;
  const head = { start: 0, end: shift, from, to: from, linear: false, quote: "none" as const };
  const source = nestedSource({
    value: `_ ${text.value}`,
    source: text.source,
    segments: [head, ...segments],
  });
  if (!walker.output.parse(source.text.length)) return [];
  const script = parse(source.text);
  const command = script.commands[0]?.command;
  const plain = script.commands.length === 1 && command?.type === "Command" && command.redirects.length === 0;
  if (!plain || script.errors !== undefined) {
    walker.output.problem(source, shift, source.text.length, "cannot be split to words");
    return [];
  }
  const x: Expansion = {
    walker,
    frame: { ...frame, source },
    state: { ...UNKNOWN_STATE, facts: state.facts },
  };
  return expandWords(
    x,
    command.args.filter((argument) => argument.type === "Word"),
  );
}
