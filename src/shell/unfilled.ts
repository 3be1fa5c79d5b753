// Placeholders that were left in a command, `<release-id>`: marked before the parser takes them for redirections.

/** Stand for the two brackets of a placeholder. Noncharacters: no text may hold them. */
const OPEN = "\uFDD1";
const CLOSE = "\uFDD2";
/** Stands for a blank between the words of a placeholder, so that it stays one word. */
const BLANK = "\uFDD3";

const MARKED: RegExp = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`);

/** Made where it is used: the classes take long to make, and few texts hold a placeholder. */
const names = (): RegExp =>
  /(?<!<)<([\p{L}\p{N}][\p{L}\p{N}_.:/-]{0,99}(?: [\p{L}\p{N}_.:/-]{1,99}){0,5})>(?!>)/gu;

/** The text with every placeholder marked; places stay what they are. */
export function markPlaceholders(text: string, known: ReadonlySet<string>): string {
  if (known.size === 0 || !text.includes("<") || /[\uFDD1-\uFDD3]/.test(text)) return text;
  return text.replace(names(), (all, name: string) =>
    known.has(name) ? `${OPEN}${name.replaceAll(" ", BLANK)}${CLOSE}` : all,
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
  return hasMarks(text) ? text.replaceAll(OPEN, "<").replaceAll(CLOSE, ">").replaceAll(BLANK, " ") : text;
}

/** The first placeholder in a text, where it starts and ends, and its name. */
export function findMark(text: string): { start: number; end: number; name: string } | undefined {
  const found = hasMarks(text) ? MARKED.exec(text) : null;
  if (found === null) return undefined;
  return {
    start: found.index,
    end: found.index + found[0].length,
    name: (found[1] ?? "").replaceAll(BLANK, " "),
  };
}
