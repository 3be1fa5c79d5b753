// Characters that make a text look other than what a shell reads.
import { HOLE } from "../text-model.ts";
import type { Problem } from "../types.ts";

interface Kind {
  readonly test: (code: number) => boolean;
  readonly message: string;
}

const KINDS: readonly Kind[] = [
  { test: (code) => code === 0, message: "contains a NUL character" },
  {
    test: (code) =>
      code === 0x61c || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069),
    message: "contains a character that changes the direction in which text is shown",
  },
  {
    test: (code) =>
      code === 0xad ||
      code === 0x34f ||
      code === 0x180e ||
      code === 0xfeff ||
      (code >= 0x200b && code <= 0x200f) ||
      (code >= 0x2060 && code <= 0x2064) ||
      (code >= 0xdb40 && code <= 0xdb43),
    message: "contains a character that is not shown",
  },
  {
    test: (code) => (code < 0x20 && code !== 9 && code !== 10) || (code >= 0x7f && code <= 0x9f),
    message: "contains a control character",
  },
  {
    test: (code) => code >= 0xfdd0 && code <= 0xfdef,
    message: "contains a character that no text may hold",
  },
];

function kindOf(text: string, at: number): string | undefined {
  const code = text.charCodeAt(at);
  const high = code >= 0xd800 && code <= 0xdbff;
  const low = code >= 0xdc00 && code <= 0xdfff;
  const next = text.charCodeAt(at + 1);
  const previous = text.charCodeAt(at - 1);
  if (high && !(next >= 0xdc00 && next <= 0xdfff)) return "contains half a character";
  if (low && !(previous >= 0xd800 && previous <= 0xdbff)) return "contains half a character";
  return KINDS.find((kind) => kind.test(code))?.message;
}

/** The first place of each kind of hidden character. */
export function hiddenProblems(text: string): readonly Problem[] {
  const found = new Map<string, Problem>();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x20 && code < 0x7f) || code === 10 || code === 9) continue;
    const message = kindOf(text, at);
    if (message !== undefined && !found.has(message))
      found.set(message, { range: { start: at, end: at + 1 }, message });
  }
  return [...found.values()];
}

/** Matches text in which a hole stands where it could change how the text around it is read. */
export const TANGLED_HOLE: RegExp = new RegExp(`[$\\\\{<>&|(]${HOLE}|${HOLE}[({]`);
