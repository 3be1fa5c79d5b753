// What a document shows: commands in fences of a shell and in code spans of more than one word, and drawings.
import type { Code } from "mdast";
import type { Drawing } from "./document.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";

const SHELLS = ["sh", "bash", "shell", "zsh", "console", "shell-session", "terminal"];

/** Those in which a line may open with the prompt of root; elsewhere that is a comment. */
const SESSIONS = ["console", "shell-session", "terminal"];

/** Languages of fences that hold plain text. */
const PLAIN = ["", "text", "txt", "plain", "plaintext", "ascii", "diagram", "tree", "none"];

/** What kind of drawing a fence, or an indented block, may hold. */
export function drawingIn({ lang, value }: Code): Drawing["form"] | undefined {
  const language = lang?.toLowerCase() ?? "";
  if (language === "mermaid") return "mermaid";
  return PLAIN.includes(language) && /[↓▼⬇→├└┣┗╰│┃]|[-=]>|^\s*[|+`]--/m.test(value) ? "text" : undefined;
}

/** Takes the commands of a fence. In a session only what stands behind a prompt is a command. */
export function showFence(node: Code, reader: Reader): void {
  const language = node.lang?.toLowerCase() ?? "";
  if (!SHELLS.includes(language)) return;
  const source = reader.source.of(node);
  const lines = node.value.split("\n");
  const first = source.line + 1;
  const prompt = SESSIONS.includes(language) ? /^[$#>] / : /^[$>] /;
  const prompts = [...lines.entries()].filter(([, line]) => prompt.test(line));
  if (prompts.length === 0) reader.show({ command: node.value, source: { ...source, line: first } });
  for (const [i, text] of prompts) {
    const line = first + i;
    const column = source.column + 2;
    const endColumn = source.column + text.length;
    reader.show({ command: text.slice(2), source: { ...source, line, column, endLine: line, endColumn } });
  }
}

/** Takes code spans that may be commands: a word and something behind it. */
export function showSpans(tokens: readonly Token[], reader: Reader): void {
  for (const token of tokens) {
    if (token.type === "code" && /^[\w./-]+\s+\S/.test(token.text)) {
      reader.show({ command: token.text, source: token.source });
    }
  }
}
