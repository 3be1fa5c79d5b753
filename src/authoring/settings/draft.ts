// A text that is being added to: every character knows whether it is ours, so that all of ours can be taken out again.

/** Offset and length of something that was put in. */
export type Span = readonly [offset: number, length: number];

/** `ours` is as long as `text`: "1" for a character of ours, "0" for one that was there. */
export interface Draft {
  readonly text: string;
  readonly ours: string;
}

/** A text of which nothing is ours. */
export function draftOf(text: string): Draft {
  return { text, ours: "0".repeat(text.length) };
}

/** Puts a text in. */
export function put({ text, ours }: Draft, offset: number, added: string): Draft {
  return {
    text: text.slice(0, offset) + added + text.slice(offset),
    ours: ours.slice(0, offset) + "1".repeat(added.length) + ours.slice(offset),
  };
}

/** What is ours, in order. */
export function spansOf({ ours }: Draft): Span[] {
  return [...ours.matchAll(/1+/g)].map((m) => [m.index, m[0].length]);
}

/** The text without what is ours. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  let [rest, at] = ["", 0];
  for (const [offset, length] of spans) {
    rest += text.slice(at, offset);
    at = offset + length;
  }
  return rest + text.slice(at);
}
