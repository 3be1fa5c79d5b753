// Finds expansions that the parser left inside text which it takes for plain.
import type { Report } from "./report.ts";
import { MISREAD } from "./report.ts";

const AFTER_DOLLAR = /[({[A-Za-z_0-9@*#?!$-]/;

/** Where an expansion starts in text that should have none; -1 where it has none. */
function findExpansion(text: string, quoted: boolean): number {
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") {
      at += 1;
      continue;
    }
    if (char === "`") return at;
    if (!quoted && (char === "<" || char === ">") && text[at + 1] === "(") return at;
    if (char !== "$") continue;
    let next = at + 1;
    while (text.startsWith("\\\n", next)) next += 2;
    const following = text[next];
    if (following === undefined) continue;
    if (AFTER_DOLLAR.test(following) || (!quoted && (following === "'" || following === '"'))) return at;
  }
  return -1;
}

/** Checks text that the parser calls literal. */
export function checkLiteral(text: string, start: number, quoted: boolean, report: Report): void {
  if (/\$(?:\\\n)+$/.test(text)) report(start, start + text.length, `${MISREAD}a line goes on after $`);
  if (text.length < 2 && text !== "`") return;
  const at = findExpansion(text, quoted);
  if (at >= 0) report(start + at, start + text.length, `${MISREAD}an expansion that is not parsed`);
}

/** True when text ends in a backslash that escapes nothing. */
export function endsInBackslash(text: string): boolean {
  let count = 0;
  while (count < text.length && text[text.length - 1 - count] === "\\") count += 1;
  return count % 2 === 1;
}
