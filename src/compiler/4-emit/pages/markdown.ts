// Words of sources as Markdown that shows them and does nothing else.
import { shownText } from "../graph/text.ts";

/**
 * A code span that shows a text as it is, backticks included. In a cell of a table pipes are escaped; one behind a
 * backslash can't be, so such a text is none.
 */
export function code(text: string, inCell = false): string {
  const shown = shownText(text);
  if (inCell && shown.includes("\\|")) return escaped(shown, inCell);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const room = shown === "" || /^`|`$|^ .* $/.test(shown) ? " " : "";
  return `${fence}${room}${inCell ? shown.replaceAll("|", "\\|") : shown}${room}${fence}`;
}

/** A sentence of a source: its code spans stay, and whatever else would be markup becomes text. */
export function prose(text: string, inCell = false): string {
  return codeSpans(shownText(text))
    .map((part) => (part.code ? code(part.inner, inCell) : escaped(unescaped(part.text), inCell)))
    .join("");
}

/** Code spans of a text and what stands between them, in order. `inner` is what a span shows. */
export function codeSpans(
  text: string,
): { readonly code: boolean; readonly text: string; readonly inner: string }[] {
  const parts = text.split(/(`+)/);
  const closing = new Map<string, number[]>();
  for (let i = parts.length - 2; i > 0; i -= 2) {
    const run = parts[i] ?? "";
    const known = closing.get(run);
    if (known === undefined) closing.set(run, [i]);
    else known.push(i);
  }
  const found: { readonly code: boolean; readonly text: string; readonly inner: string }[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? "";
    const ends = i % 2 === 0 ? [] : (closing.get(part) ?? []);
    while ((ends[ends.length - 1] ?? parts.length) <= i) ends.pop();
    const end = ends[ends.length - 1];
    if (end === undefined) found.push({ code: false, text: part, inner: part });
    else {
      const inner = parts.slice(i + 1, end).join("");
      found.push({ code: true, text: part + inner + part, inner });
      i = end;
    }
  }
  return found;
}

/** Where a link leads to: a file beside the page. */
export function fileLink(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, "�")).replace(
    /[()'!*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
}

/** Takes the author's own escapes away. */
function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** Escapes what Markdown and HTML know; pipes mean something in tables alone. */
function escaped(text: string, inCell: boolean): string {
  return text.replace(inCell ? /[\\`*_[\]<>&#~$|]/g : /[\\`*_[\]<>&#~$]/g, "\\$&");
}
