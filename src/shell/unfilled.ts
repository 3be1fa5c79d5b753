// Placeholders that were left in a command, `<release-id>`: marked before the parser takes them for redirections.

/** Stand for the two brackets of a placeholder. Noncharacters: no text may hold them. */
const OPEN = "\uFDD1";
const CLOSE = "\uFDD2";

const MARKED: RegExp = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`);

/** The text with every placeholder marked; places stay what they are. */
export function markPlaceholders(text: string, names: ReadonlySet<string>): string {
  if (names.size === 0 || !text.includes("<") || text.includes(OPEN) || text.includes(CLOSE)) return text;
  return text.replace(/(?<![<])<([\p{L}\p{N}][\p{L}\p{N}_.-]{0,99})>(?!>)/gu, (all, name: string) =>
    names.has(name) ? `${OPEN}${name}${CLOSE}` : all,
  );
}

/** True for a text with marks. */
export function hasMarks(text: string): boolean {
  return text.includes(OPEN);
}

/** A placeholder with its marks. */
export function marked(name: string): string {
  return OPEN + name + CLOSE;
}

/** The text as it was written. */
export function unmarked(text: string): string {
  return hasMarks(text) ? text.replaceAll(OPEN, "<").replaceAll(CLOSE, ">") : text;
}

/** The first placeholder in a text, where it starts and ends, and its name. */
export function findMark(text: string): { start: number; end: number; name: string } | undefined {
  const found = hasMarks(text) ? MARKED.exec(text) : null;
  if (found === null) return undefined;
  return { start: found.index, end: found.index + found[0].length, name: found[1] ?? "" };
}
