// `@path` in a text, as Claude Code and Gemini CLI read it: a file that is loaded along with it. Not in code.

/** The most imports of one file that are followed. */
const MOST = 200;

/** The paths that a text imports, in order. */
export function importsIn(text: string): string[] {
  const found: string[] = [];
  for (const line of withoutCode(text).split("\n")) {
    for (const word of line.split(/[ \t]+/)) {
      if (word.startsWith("@") && word.length > 1 && found.length < MOST)
        found.push(
          word
            .slice(1)
            .replace(/[)\]},;:!?]+$/, "")
            .replace(/\.$/, ""),
        );
    }
  }
  return found;
}

/** A text with blanks in place of code spans and fenced blocks. */
function withoutCode(text: string): string {
  const kept: string[] = [];
  let fence = "";
  for (const line of text.split(/\r\n|\n|\r/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence === "" && mark !== null && !(mark[2] ?? "").includes("`")) fence = mark[1] ?? "";
    else if (fence !== "") {
      const closes = mark !== null && (mark[2] ?? "").trim() === "" && (mark[1] ?? "").startsWith(fence);
      if (closes) fence = "";
    } else kept.push(withoutSpans(line));
  }
  return kept.join("\n");
}

function withoutSpans(line: string): string {
  const parts = line.split(/(`+)/);
  let kept = "";
  for (let i = 0; i < parts.length; i++) {
    const end = i % 2 === 1 ? parts.indexOf(parts[i] ?? "", i + 1) : -1;
    if (end > i && end % 2 === 1) i = end;
    else kept += parts[i];
  }
  return kept;
}
