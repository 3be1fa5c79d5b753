// How large a text is, in the units that hosts count in.
import type { Unit } from "./targets/target.ts";

export interface Size {
  /** In UTF-8. */
  readonly bytes: number;
  readonly lines: number;
  readonly characters: number;
  /** Estimated: no tokenizer is asked, and four characters are taken for one. */
  readonly tokens: number;
}

export function sizeOf(text: string): Size {
  const characters = [...text].length;
  const breaks = text.split("\n").length - 1;
  return {
    bytes: Buffer.byteLength(text, "utf8"),
    lines: text === "" || text.endsWith("\n") ? breaks : breaks + 1,
    characters,
    tokens: Math.ceil(characters / 4),
  };
}

export function inUnit(size: Size, unit: Unit): number {
  return size[unit];
}
