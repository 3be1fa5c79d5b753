// Words of sources as Markdown that shows them and does nothing else.
import { shownText } from "../graph/text.ts";

/** A code span that shows a text as it is, backticks included. */
export function code(text: string): string {
  const shown = shownText(text);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const room = shown === "" || /^`|`$|^ .* $/.test(shown) ? " " : "";
  return `${fence}${room}${shown}${room}${fence}`;
}

/** A sentence of a source: its code spans stay, and whatever else would be markup becomes text. */
export function prose(text: string): string {
  const parts = shownText(text).split(/(`+)/);
  const closing = new Map<string, number[]>();
  for (let i = parts.length - 2; i > 0; i -= 2) {
    const run = parts[i] ?? "";
    const known = closing.get(run);
    if (known === undefined) closing.set(run, [i]);
    else known.push(i);
  }
  let shown = "";
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? "";
    if (i % 2 === 0) {
      shown += escaped(part);
      continue;
    }
    const ends = closing.get(part) ?? [];
    while ((ends[ends.length - 1] ?? parts.length) <= i) ends.pop();
    const end = ends[ends.length - 1];
    if (end === undefined) shown += escaped(part);
    else {
      shown += code(
        parts
          .slice(i + 1, end)
          .join("")
          .trim(),
      );
      i = end;
    }
  }
  return shown;
}

/** A cell of a table: nothing in it may end the cell. */
export function cell(markdown: string): string {
  return markdown.replaceAll("|", "\\|");
}

/** Where a link leads to: a file beside the page. */
export function fileLink(name: string): string {
  return encodeURIComponent(name).replace(/[()'!*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
}

/** Takes the author's own escapes away, then escapes what Markdown and HTML know. */
function escaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, "$1").replace(/[\\`*_[\]<>&#~|$]/g, "\\$&");
}
