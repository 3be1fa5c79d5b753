// The commands of a fence and of code spans, with their places and placeholders.
import type { Code } from "mdast";
import type { Look, RunbookCommand, RunbookStep, Source } from "../../../policy/types.ts";
import { placeholdersIn } from "../placeholder.ts";
import type { SourceText } from "../source-text.ts";
import type { Token } from "../tokens.ts";
import { type FenceCommand, languageOf, readFence } from "./fence.ts";
import { isInlineCommand } from "./plausible.ts";

/** Longest code that is kept, in UTF-16 units. */
const MOST_CODE = 4_000;

export interface ReadCode {
  readonly commands: readonly RunbookCommand[];
  readonly output: readonly { readonly text: string; readonly source: Source }[];
  readonly looks: readonly Look[];
  /** The whole of a fence that holds no shell command. */
  readonly code: RunbookStep["code"][number] | undefined;
}

/** Reads a fence or indented code. `block` is the number that its commands share. */
export function codeOf(node: Code, source: SourceText, block: number): ReadCode {
  const language = languageOf(node.lang);
  const { commands, output, looks } = readFence(linesOf(node).join("\n"), language);
  const place = linePlaces(node, source);
  const read = commands.map((found): RunbookCommand => {
    const { command, comment } = found;
    return {
      command,
      block,
      inline: false,
      ...(comment === "" ? {} : { comment }),
      placeholders: placeholdersIn(command),
      source: place(found),
    };
  });
  const isCode = read.length === 0 && node.value.trim() !== "";
  const lineAt = (text: string, line: number): Source =>
    place({ command: text, comment: "", first: line, last: line, from: 0 });
  return {
    commands: read,
    output: output.map(({ text, line }) => ({ text, source: lineAt(text, line) })),
    looks: looks
      .map(({ kind, text, line }) => ({ kind, text, source: lineAt(text, line) }))
      .filter((l) => l.text !== ""),
    code: isCode ? { language, text: node.value.slice(0, MOST_CODE), source: source.of(node) } : undefined,
  };
}

/** The lines of a fence, however they end. */
function linesOf(node: Code): string[] {
  return node.value.split(/\r\n|\r|\n/);
}

/** Where the lines of a fence stand in the document, whatever indents them there. */
function linePlaces(node: Code, source: SourceText): (command: FenceCommand) => Source {
  const { start } = node.position ?? { start: { line: 1, offset: 0 } };
  const isFence = /^[`~]/.test(source.slice(start.offset ?? 0, (start.offset ?? 0) + 1));
  const firstLine = start.line + (isFence ? 1 : 0);
  const values = linesOf(node);
  const lineStart = (index: number): number => source.offset(firstLine + index, 1);
  const textStart = (index: number): number => {
    const from = lineStart(index);
    const written = source.slice(from, lineStart(index + 1));
    const found = written.indexOf((values[index] ?? "").trimEnd());
    return from + Math.max(0, found);
  };
  return ({ command, first, last, from }) => {
    const end = textStart(last) + (values[last] ?? "").trimEnd().length;
    const at = textStart(first) + from;
    return source.at(at, Math.max(end, at + Math.min(1, command.length)));
  };
}

/**
 * The code spans among tokens that are commands, each a block of its own; all spans where `sure` says that only commands
 * stand there. `next` is the first number that is free.
 */
export function spanCommands(
  tokens: readonly Token[],
  block: number,
  sure = false,
): { commands: RunbookCommand[]; next: number } {
  let next = block;
  const commands = tokens.flatMap((token): RunbookCommand[] => {
    if (token.type !== "code" || (!sure && !isInlineCommand(token.text))) return [];
    const { text, source } = token;
    return [{ command: text, block: next++, inline: true, placeholders: placeholdersIn(text), source }];
  });
  return { commands, next };
}
