// How a settings file is laid out: its ends of lines and its indentation, so that what is added looks like the rest.
import { createScanner } from "jsonc-parser";
import type { Json } from "./document.ts";

export interface Layout {
  readonly eol: string;
  /** One step of indentation. */
  readonly step: string;
}

/** The layout of a text; line feeds and two spaces where it shows none. */
export function layoutOf(text: string): Layout {
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const indented = /(?:^|[\r\n])([ \t]+)["{}[\]]/.exec(text)?.[1];
  return { eol, step: indented ?? "  " };
}

/** The white space that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? "";
}

/** Whether nothing but white space stands before an offset in its line. */
export function beginsLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

/** A value as text for a place of some indentation; its first line has none. */
export function print(value: Json, indent: string, { eol, step }: Layout): string {
  return JSON.stringify(value, null, step).replaceAll("\n", `${eol}${indent}`);
}

/** jsonc-parser's kinds of tokens, which it has as a `const enum`. */
const TOKEN = { comma: 5, lineComment: 12, blockComment: 13, lineBreak: 14, space: 15, end: 17 } as const;

/** What stands between two values, besides white space. */
export interface Between {
  /** Where the last comment or comma ends; the start where there is none. */
  readonly end: number;
  readonly comma: number | undefined;
  /** Whether the last of them is a comment that only its line's end closes. */
  readonly openComment: boolean;
}

/** Looks at the text between two offsets, in which no value stands. */
export function between(text: string, from: number, to: number): Between {
  const scanner = createScanner(text.slice(0, to), false);
  scanner.setPosition(from);
  let found: Between = { end: from, comma: undefined, openComment: false };
  for (let token = scanner.scan(); (token as number) !== TOKEN.end; token = scanner.scan()) {
    const kind = token as number;
    if (kind === TOKEN.lineBreak || kind === TOKEN.space) continue;
    const at = scanner.getTokenOffset();
    const isComma = kind === TOKEN.comma;
    found = {
      end: at + scanner.getTokenLength(),
      comma: isComma ? at : found.comma,
      openComment: kind === TOKEN.lineComment,
    };
  }
  return found;
}
