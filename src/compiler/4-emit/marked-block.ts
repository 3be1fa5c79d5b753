// Our block inside a file that people write: the only part of it that a build may change.

export const BEGIN = "<!-- bylaw:begin -->";
export const END = "<!-- bylaw:end -->";

export type BlockResult =
  | { readonly content: string }
  | { readonly problem: "no-marks" }
  | { readonly problem: "broken-marks"; readonly found: string };

/** A new file that holds nothing but the block. */
export function newFileWithBlock(block: string): string {
  return `${blockText(block)}\n`;
}

/** Puts `block` between the marks of an existing text; everything around them stays byte for byte. */
export function replaceBlock(existing: string, block: string): BlockResult {
  const parts = partsOf(existing);
  if ("problem" in parts) return parts;
  const newline = existing.includes("\r\n") ? "\r\n" : "\n";
  const text = blockText(block).replaceAll("\n", newline);
  return { content: parts.before + text + parts.after };
}

/** A text with one block: what stands in front of it, in it, and behind it. */
export function partsOf(
  existing: string,
):
  | { readonly before: string; readonly block: string; readonly after: string }
  | { readonly problem: "no-marks" }
  | { readonly problem: "broken-marks"; readonly found: string } {
  const begins = count(existing, BEGIN);
  const ends = count(existing, END);
  if (begins === 0 && ends === 0) return { problem: "no-marks" };
  const from = existing.indexOf(BEGIN);
  const to = existing.indexOf(END);
  if (begins !== 1 || ends !== 1) {
    return { problem: "broken-marks", found: `${begins} begin and ${ends} end lines` };
  }
  if (to < from) return { problem: "broken-marks", found: "the end line in front of the begin line" };
  const [before, after] = [existing.slice(0, from), existing.slice(to + END.length)];
  return { before, block: existing.slice(from + BEGIN.length, to), after };
}

/** What a build would put between the marks. */
export function blockOf(block: string): string {
  return blockText(block).slice(BEGIN.length, -END.length);
}

function blockText(block: string): string {
  // A text of the sources that looks like a mark must not end the block.
  const safe = block.replaceAll("<!-- bylaw:", "<!-- bylaw :");
  return `${BEGIN}\n\n${safe.trim()}\n\n${END}`;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
