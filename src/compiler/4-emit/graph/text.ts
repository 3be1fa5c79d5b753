// Text in pictures: what may be shown of it, how wide it is about, and where it is broken.

/** One line without what can't be seen or turns text around; what XML can't hold becomes a replacement character. */
export function shownText(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cs}\p{Co}\ufffe\uffff]|(?![\u200c\u200d])\p{Cf}/gu, "�")
    .trim();
}

/** How many columns of a fixed-width font a text takes. Wide scripts, and signs from other fonts, count two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const isNarrow = code < 0x1100 || (code >= 0x2000 && code < 0x2070);
    columns += code >= 0x300 && /\p{M}/u.test(sign) ? 0 : isNarrow ? 1 : 2;
  }
  return columns;
}

/** Breaks a text behind blanks, dashes and the like into lines of at most `columns`; the last one may end in "…". */
export function brokenText(text: string, columns: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text, columns)) {
    if (line !== "" && columnsOf(line + piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = "";
      if (lines.length > most) break;
    }
    line += piece;
  }
  lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${cut(lines[most - 1] ?? "", columns - 1)}…`];
}

/** Pieces that may each stand on a line of their own; none is wider than a line. */
function piecesOf(text: string, columns: number): string[] {
  const pieces = text.slice(0, 2_000).match(/[^\s\-_/.:,]*[\s\-_/.:,]?/gu) ?? [];
  return pieces.flatMap((piece) => {
    const parts: string[] = [];
    let rest = piece;
    while (columnsOf(rest) > columns) {
      const part = cut(rest, columns);
      parts.push(part);
      rest = rest.slice(part.length);
    }
    return rest === "" ? parts : [...parts, rest];
  });
}

/** The longest beginning of at most so many columns, and of one sign at least. */
function cut(text: string, columns: number): string {
  let taken = "";
  for (const sign of text) {
    if (taken !== "" && columnsOf(taken + sign) > columns) break;
    taken += sign;
  }
  return taken;
}

/** Text of an element or attribute in XML. */
export function xml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
