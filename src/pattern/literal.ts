// Literal texts with declared holes, such as `Build number: {build}`, found in lines without back-tracking.

/**
 * Whether a line holds a text, and what stands in the text's `{holes}`: each ends where the literal part behind it
 * begins, the last one at the end of the line. Undefined where the line doesn't hold it.
 */
export function spans(text: string, line: string, holes: readonly string[]): Map<string, string> | undefined {
  const { pieces, names } = split(text, holes);
  const found = new Map<string, string>();
  let start = line.indexOf(pieces[0] ?? "");
  if (start < 0) return undefined;
  start += (pieces[0] ?? "").length;
  for (const [i, name] of names.entries()) {
    const piece = pieces[i + 1] ?? "";
    const end = piece === "" ? line.length : line.indexOf(piece, start + 1);
    const value = end < 0 ? "" : line.slice(start, end).trim();
    if (value === "") return undefined;
    found.set(name, value);
    start = end + piece.length;
  }
  return found;
}

/** The literal parts of a text, and the declared holes between them. Other braces are literal. */
function split(text: string, holes: readonly string[]): { pieces: string[]; names: string[] } {
  const pieces: string[] = [];
  const names: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/\{([A-Za-z_][\w-]*)\}/g)) {
    const name = match[1] ?? "";
    if (!holes.includes(name)) continue;
    pieces.push(text.slice(from, match.index));
    names.push(name);
    from = match.index + match[0].length;
  }
  return { pieces: [...pieces, text.slice(from)], names };
}
