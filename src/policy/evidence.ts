// What all readers of evidence ask of it.

/** What a column's name is compared by: case and blanks don't count. */
export function columnKey(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, " ");
}

/** Where a text has words as words of their own, in any case; -1 where it hasn't. */
export function indexOfWord(text: string, word: string): number {
  const [whole, part] = [text.toLowerCase(), word.toLowerCase()];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const around = `${whole.slice(Math.max(0, at - 1), at)} ${whole.slice(at + part.length, at + part.length + 1)}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return at;
  }
  return -1;
}
