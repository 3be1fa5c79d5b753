// What several commands write one after the other.
import { MAX_VALUE } from "../limits.ts";
import type { Segment, Text } from "../text-model.ts";

/** The output of a command that writes nothing. */
export const NOTHING: Text = {
  value: "",
  source: { text: "", parent: undefined, segments: [], holes: false, dialect: "bash" },
  segments: [],
};

/** All texts in one; undefined where one of them is not known, or they don't stand in one text. */
export function joinOutputs(texts: readonly (Text | undefined)[]): Text | undefined {
  let value = "";
  let first: Text | undefined;
  const segments: Segment[] = [];
  for (const text of texts) {
    if (text === undefined) return undefined;
    if (text.value === "") continue;
    first ??= text;
    if (text.source !== first.source || value.length + text.value.length > MAX_VALUE) return undefined;
    for (const each of text.segments) {
      segments.push({ ...each, start: each.start + value.length, end: each.end + value.length });
    }
    value += text.value;
  }
  return first === undefined ? NOTHING : { value, source: first.source, segments };
}
