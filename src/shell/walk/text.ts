// Parses a text that a shell reads, inspects it, and walks its commands.
import { parse } from "unbash";
import { TANGLED_HOLE } from "../guard/hidden.ts";
import { inspect, needsInspection } from "../guard/inspect.ts";
import { MAX_HERE_DOCUMENTS, MAX_NESTING, MAX_PARENTHESES } from "../limits.ts";
import type { Frame, Outcome, State, Walker } from "../model.ts";
import { nestedSource } from "../source.ts";
import { forgetVariables } from "../state.ts";
import type { Source, Text } from "../text-model.ts";
import { unchanged } from "./frames.ts";

/** How many parentheses are open at once, whatever they mean: the parser's time grows with the square of that. */
function deepestParentheses(text: string): number {
  let open = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x28) deepest = Math.max(deepest, ++open);
    else if (code === 0x29 && open > 0) open--;
  }
  return deepest;
}

function countDocuments(text: string): number {
  let count = 0;
  for (let at = text.indexOf("<<"); at >= 0; at = text.indexOf("<<", at + 2)) count += 1;
  return count;
}

/** Parses and walks the text of a source. */
export function walkSource(walker: Walker, source: Source, state: State, frame: Frame): Outcome {
  const { output } = walker;
  const unread = (): Outcome => unchanged(forgetVariables(state));
  if (!output.parse(source.text.length)) return unread();
  if (frame.depth > MAX_NESTING) {
    output.problem(
      source,
      0,
      source.text.length,
      `is nested more than ${MAX_NESTING} levels deep: it is not read`,
    );
    return unread();
  }
  if (countDocuments(source.text) > MAX_HERE_DOCUMENTS) {
    output.problem(
      source,
      0,
      source.text.length,
      `has more than ${MAX_HERE_DOCUMENTS} here-documents: it is not read`,
    );
    return unread();
  }
  if (deepestParentheses(source.text) > MAX_PARENTHESES) {
    output.problem(
      source,
      0,
      source.text.length,
      `has parentheses more than ${MAX_PARENTHESES} levels deep: it is not read`,
    );
    return unread();
  }
  if (source.holes && TANGLED_HOLE.test(source.text)) {
    output.problem(source, 0, source.text.length, "an unknown value may change how this text is read");
  }
  const script = parse(source.text);
  const check = script.errors !== undefined || source.dialect !== "bash" || needsInspection(source.text);
  if (check && !inspect(output, script, source)) return unread();
  return walker.script(script, state, { ...frame, source });
}

/** Parses and walks a text that was put together from words. */
export function walkText(walker: Walker, text: Text, state: State, frame: Frame): Outcome {
  return walkSource(walker, nestedSource(text, frame.source.dialect), state, frame);
}
