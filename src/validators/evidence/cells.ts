// The cells of one line of a Markdown table: split at pipes, and freed of the marks around their text.
import type { Range } from "../../policy/types.ts";
import type { ResultCell } from "./results.ts";

/** The cells of a line, and how many there are: of more than `most` the rest is only counted. */
export interface LineCells {
  readonly cells: readonly ResultCell[];
  readonly count: number;
}

/**
 * Splits a line that begins at an offset of its file. A pipe behind a backslash is a pipe, as it is in GitHub's tables
 * (github.github.com/gfm, "Tables"), also inside a code span.
 */
export function cellsOf(line: string, offset: number, most: number): LineCells {
  const cells: ResultCell[] = [];
  let count = 0;
  const take = (start: number, end: number): void => {
    if (count++ < most) cells.push(markdownCell(line, start, end, offset));
  };
  const last = line.trimEnd().length;
  let start = line.length - line.trimStart().length;
  if (line[start] === "|") start++;
  let closed = start >= last;
  for (let i = start; i < last; i++) {
    const char = line[i];
    if (char === "\\" && (line[i + 1] === "|" || line[i + 1] === "\\")) i++;
    else if (char === "|") {
      take(start, i);
      start = i + 1;
      closed = start >= last;
    }
  }
  if (!closed) take(start, last);
  return { cells, count };
}

/** Whether a line is the row of dashes below a heading row; the number of its cells. */
export function dashes(line: string): number | undefined {
  // The first character decides it for nearly every line.
  const trimmed = line.trim();
  if (!/^[|:-]/.test(trimmed) || !trimmed.includes("-") || /[^|:\-\s]/.test(trimmed)) return undefined;
  const inner = trimmed.slice(trimmed.startsWith("|") ? 1 : 0, trimmed.endsWith("|") ? -1 : undefined);
  const parts = inner.split("|");
  return parts.every((part) => /^:?-+:?$/.test(part.trim())) ? parts.length : undefined;
}

function markdownCell(line: string, from: number, to: number, offset: number): ResultCell {
  let [start, end] = [from, to];
  while (start < end && isBlank(line[start])) start++;
  while (end > start && isBlank(line[end - 1])) end--;
  const raw = line.slice(start, end).replaceAll("\\|", "|");
  const range: Range = { start: offset + start, end: offset + end };
  const link = linkOf(raw);
  return { text: plain(raw), ...(link === undefined ? {} : { link }), range };
}

function isBlank(char: string | undefined): boolean {
  return char === " " || char === "\t";
}

/** The text without a code span, emphasis or a link around all of it. */
function plain(raw: string): string {
  let text = raw;
  for (let depth = 0; depth < 4; depth++) {
    const inner = unwrapped(text);
    if (inner === undefined) return unescaped(text);
    if (inner.code) return inner.text;
    text = inner.text;
  }
  return unescaped(text);
}

function unwrapped(text: string): { readonly text: string; readonly code: boolean } | undefined {
  const ticks = leadingTicks(text);
  if (ticks !== "") {
    const inner = text.slice(ticks.length, -ticks.length);
    const whole = text.length > 2 * ticks.length && text.endsWith(ticks) && !inner.includes(ticks);
    return whole ? { text: inner.trim(), code: true } : undefined;
  }
  for (const mark of ["**", "__", "*", "_"]) {
    const inner = text.slice(mark.length, -mark.length);
    if (
      text.length > 2 * mark.length &&
      text.startsWith(mark) &&
      text.endsWith(mark) &&
      !inner.includes(mark)
    )
      return { text: inner.trim(), code: false };
  }
  const shown = linkParts(text)?.shown;
  return shown === undefined ? undefined : { text: shown.trim(), code: false };
}

/** The backticks that a text begins with. Counted: a regular expression takes memory for each of them. */
function leadingTicks(text: string): string {
  let end = 0;
  while (text[end] === "`") end++;
  return text.slice(0, end);
}

/** The address of `[text](address)`, `<address>` or a bare address, where that is all there is. */
function linkOf(raw: string): string | undefined {
  const text = unescaped(raw);
  const parts = linkParts(raw);
  if (parts !== undefined) return parts.address;
  return text.startsWith("<") && text.endsWith(">") ? text.slice(1, -1) : undefined;
}

/** `[shown](address "title")` as its parts. */
function linkParts(text: string): { readonly shown: string; readonly address: string } | undefined {
  const middle = text.indexOf("](");
  if (!text.startsWith("[") || !text.endsWith(")") || middle < 0 || text.includes("](", middle + 1))
    return undefined;
  const target = text.slice(middle + 2, -1).trim();
  const address = target.split(/\s/)[0] ?? "";
  return { shown: text.slice(1, middle), address: address.replace(/^<|>$/g, "") };
}

/** A backslash in front of punctuation only says that it is no mark. */
function unescaped(text: string): string {
  return text.includes("\\") ? text.replace(/\\([!-/:-@[-`{-~])/g, "$1") : text;
}
