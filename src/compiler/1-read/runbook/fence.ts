// What a fence of a runbook holds: commands, the comments in front of them, and what they print.
import { parse } from "unbash";
import type { Look } from "../../../policy/types.ts";
import { withoutPlaceholders } from "../placeholder.ts";
import { lookOf } from "./looks.ts";
import { looksLikeCommand, looksLikeOutput, looksLikeQuery } from "./plausible.ts";
import { anglePromptOf, isOtherPrompt, promptOf, rootPromptOf } from "./prompts.ts";

/** A command, by the lines of the fence that it stands on. `from` is where it opens on its first line. */
export interface FenceCommand {
  readonly command: string;
  readonly comment: string;
  readonly first: number;
  readonly last: number;
  readonly from: number;
}

export interface Fence {
  readonly commands: readonly FenceCommand[];
  /** Comments behind a command that say what to look for in what it prints. */
  readonly looks: readonly (Pick<Look, "kind" | "text"> & { readonly line: number })[];
  /** Lines that are no command: output, or all of a fence that holds none. */
  readonly output: readonly { readonly text: string; readonly line: number }[];
}

const SHELLS = [
  "sh",
  "bash",
  "shell",
  "zsh",
  "ksh",
  "console",
  "shell-session",
  "shellsession",
  "terminal",
  "session",
];
/** Languages that show what something prints; a prompt in them is a prompt all the same. */
const TEXTS = ["", "text", "txt", "plain", "plaintext", "output", "log", "logs", "none"];

/** Languages in which tools print what they know, errors among it. */
const DATA = ["yaml", "yml", "json"];

/** Longest fence that is parsed as one script, and its most here-documents: beyond, each line is a command. */
const MOST_TEXT = 100_000;
const MOST_HERE_DOCUMENTS = 100;

/** Most lines that one command of a session goes on for. */
const MOST_LINES = 60;
/** Longest command that is looked at for whether it goes on. */
const MOST_LENGTH = 20_000;

/** True for a language that may hold commands. */
function mayHoldCommands(language: string): boolean {
  return SHELLS.includes(language) || TEXTS.includes(language);
}

/** The name of a language alone: `bash {linenos=true}` and `{.bash}` are bash. */
export function languageOf(info: string | null | undefined): string {
  return /^[{.\s]*([\w+#-]*)/.exec(info ?? "")?.[1]?.toLowerCase() ?? "";
}

/** Reads a fence's lines. Never throws; takes time in proportion to its length. */
export function readFence(text: string, language: string): Fence {
  const lines = text.split("\n");
  if (!mayHoldCommands(language)) {
    const output = DATA.includes(language) ? lines.map(asOutput) : [];
    return { commands: [], output, looks: [] };
  }
  const isShell = SHELLS.includes(language);
  const prompt = promptsOf(lines, language);
  if (prompt !== undefined) return readSession(lines, prompt);
  if (lines.some(isOtherPrompt)) return { commands: [], output: lines.map(asOutput), looks: [] };
  const opening = lines.find((line) => line.trim() !== "" && !/^\s*#/.test(line));
  if (opening !== undefined && looksLikeQuery(opening)) return { commands: [], output: [], looks: [] };
  const plain = isShell || (language === "" && opening !== undefined && looksLikeCommand(opening));
  if (!plain)
    return { commands: [], output: lines.map(asOutput).filter(({ text: t }) => t !== ""), looks: [] };
  return readScript(lines);
}

function asOutput(text: string, line: number): { text: string; line: number } {
  return { text: text.trim(), line };
}

type Prompt = (line: string) => number | undefined;

const TERMINALS: readonly string[] = ["console", "shell-session", "shellsession", "terminal", "session"];

/** In a terminal's fence `# ` may be root's prompt beside the others, where what follows reads like a command. */
function withRoot(language: string): Prompt {
  if (!TERMINALS.includes(language)) return promptOf;
  return (line) => {
    const length = promptOf(line);
    const root = length === undefined ? rootPromptOf(line) : undefined;
    return length ?? (root !== undefined && looksLikeCommand(line.slice(root)) ? root : undefined);
  };
}

/** How the lines of a session are told from others; undefined where the fence is none. */
function promptsOf(lines: readonly string[], language: string): Prompt | undefined {
  if (lines.some((line) => promptOf(line.trimStart()) !== undefined)) return withRoot(language);
  if (["bash", "sh", "zsh", "ksh", "shell"].includes(language)) {
    const firsts = lines.filter((line) => line.trim() !== "");
    return firsts.length > 0 && firsts.every((l) => anglePromptOf(l) !== undefined)
      ? anglePromptOf
      : undefined;
  }
  // In a fence of a shell `# ` is a remark; in a terminal's, where every other line may be output, it is root.
  const roots = lines.filter((line) => rootPromptOf(line) !== undefined);
  const isTerminal = SHELLS.includes(language);
  if (
    roots.some((line) => looksLikeCommand(line.slice(1))) &&
    (isTerminal || lines[0]?.startsWith("# ") === true)
  ) {
    const others = lines.filter((line) => line.trim() !== "" && rootPromptOf(line) === undefined);
    if (isTerminal || !others.some(looksLikeCommand)) return rootPromptOf;
  }
  return lines.some((line) => anglePromptOf(line) !== undefined) && isTerminal ? anglePromptOf : undefined;
}

/** In a session what stands behind a prompt is a command, with the lines that it goes on for. */
function readSession(lines: readonly string[], prompt: Prompt): Fence {
  const commands: FenceCommand[] = [];
  const output: { text: string; line: number }[] = [];
  let comment: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    const blanks = line.length - line.trimStart().length;
    const length = prompt(line.trimStart());
    if (length === undefined) {
      const remark = /^\s*#+\s?(.*)$/.exec(line)?.[1];
      if (remark !== undefined) comment.push(remark.trim());
      else {
        comment = [];
        if (line.trim() !== "") output.push(asOutput(line, i));
      }
      continue;
    }
    const first = i;
    const from = blanks + length;
    let command = line.slice(from);
    while (isOpen(command) && i + 1 < lines.length && i - first < MOST_LINES) {
      const next = lines[i + 1] ?? "";
      if (prompt(next.trimStart()) !== undefined) break;
      command += `\n${next.replace(/^\s*>\s(?!>)/, "")}`;
      i += 1;
    }
    // What never ends was one line and what it printed.
    if (isOpen(command) && i > first) {
      i = first;
      command = line.slice(from);
    }
    if (command.trim() === "" || /^#/.test(command.trim())) {
      if (command.trim() !== "") comment.push(command.trim().replace(/^#+\s?/, ""));
      continue;
    }
    commands.push({ command: command.trimEnd(), comment: comment.join(" "), first, last: i, from });
    comment = [];
  }
  return { commands, output, looks: [] };
}

/** True where a shell would wait for more: a backslash, an operator or an open quote at the end. */
function isOpen(command: string): boolean {
  if (command.length > MOST_LENGTH) return false;
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(command.slice(-20)) || /(?:\||&&)\s*$/.test(command)) return true;
  if (!/['"`<({]/.test(command) && !/\b(?:do|then|in|else)\s*$/.test(command)) return false;
  return parse(withoutPlaceholders(command)).errors !== undefined;
}

interface Chunk {
  readonly first: number;
  readonly last: number;
}

/** A script without prompts: its statements, line by line, without the lines that only show output. */
function readScript(lines: readonly string[]): Fence {
  const output: { text: string; line: number }[] = [];
  const kept = withoutOutput(lines, output);
  const chunks = chunksOf(kept.join("\n"), kept);
  const commands: FenceCommand[] = [];
  let done = -1;
  for (const { first, last } of chunks) {
    const own = lines.slice(first, last + 1);
    const from = (own[0]?.length ?? 0) - (own[0]?.trimStart().length ?? 0);
    const command = dedent(own, from);
    const comment = commentsOf(kept, done + 1, first)
      .filter((c) => done < 0 || lookOf(c.text) === undefined)
      .map((c) => c.text)
      .join(" ");
    commands.push({ command, comment, first, last, from });
    done = last;
  }
  const [opening] = chunks;
  const looks = commentsOf(kept, opening?.last ?? lines.length, lines.length).flatMap(({ text, line }) => {
    const look = lookOf(text);
    return look === undefined ? [] : [{ ...look, line }];
  });
  return { commands, output, looks };
}

function commentsOf(lines: readonly string[], from: number, to: number): { text: string; line: number }[] {
  return lines.slice(from, to).flatMap((written, i) => {
    const text = /^\s*#+!?\s?(.*)$/.exec(written)?.[1]?.trim() ?? "";
    return text === "" ? [] : [{ text, line: from + i }];
  });
}

/** The lines with those that read like output emptied; they are handed to `output`. */
function withoutOutput(lines: readonly string[], output: { text: string; line: number }[]): string[] {
  let printing = false;
  let begun = false;
  let open = false;
  const programs = new Set<string>();
  return lines.map((line, i) => {
    const isBlank = line.trim() === "";
    const [first = ""] = line.trim().split(/\s/, 1);
    // A program that ran before runs again.
    if (isBlank || /^\s*#/.test(line) || programs.has(first)) printing = false;
    else if (begun && !open && looksLikeOutput(line)) printing = true;
    else if (!begun && looksLikeOutput(line) && !/^\s*[{(]/.test(line)) printing = true;
    if (printing && !isBlank) {
      output.push(asOutput(line, i));
      return "";
    }
    if (!isBlank) {
      if (!open && !/^\s*#/.test(line)) programs.add(first);
      begun = true;
      open = /(?:\\|\||&&)\s*$/.test(line) || /<<-?\s*['"]?\w/.test(line) || (open && !/^\S/.test(line));
    }
    return line;
  });
}

/** The lines of each statement; statements on one line are one. A text that doesn't parse falls into its lines. */
function chunksOf(text: string, lines: readonly string[]): Chunk[] {
  if (text.length > MOST_TEXT || text.split("<<").length > MOST_HERE_DOCUMENTS) return linesAsChunks(lines);
  const script = parse(withoutPlaceholders(text));
  if (script.errors !== undefined) return linesAsChunks(lines);
  const lineOf = lineFinder(text);
  const chunks: { first: number; last: number }[] = [];
  const { commands } = script;
  for (const [i, { pos, end }] of commands.entries()) {
    const first = lineOf(pos);
    const before = chunks[chunks.length - 1];
    const next = commands[i + 1];
    const last = Math.max(
      lineOf(Math.max(pos, end - 1)),
      hereDocumentEnd(text, lines, { end, next: next?.pos ?? text.length }, lineOf),
    );
    if (before !== undefined && before.last >= first) before.last = Math.max(before.last, last);
    else chunks.push({ first, last });
  }
  return chunks;
}

/** A statement ends in front of the body of a here-document; the body belongs to it. */
function hereDocumentEnd(
  text: string,
  lines: readonly string[],
  { end, next }: { readonly end: number; readonly next: number },
  lineOf: (at: number) => number,
): number {
  const statementLine = text.slice(text.lastIndexOf("\n", end - 1) + 1, end);
  if (!/<<-?\s*['"\\]?\w/.test(statementLine)) return 0;
  let last = lineOf(next) - (next === text.length ? 0 : 1);
  const isRest = (line: string): boolean => line.trim() === "" || line.trimStart().startsWith("#");
  while (last > lineOf(end) && isRest(lines[last] ?? "")) last--;
  return last;
}

function linesAsChunks(lines: readonly string[]): Chunk[] {
  const chunks: { first: number; last: number }[] = [];
  let goesOn = false;
  for (const [i, line] of lines.entries()) {
    const before = chunks[chunks.length - 1];
    if (goesOn && before !== undefined) before.last = i;
    else if (line.trim() !== "" && !/^\s*#/.test(line)) chunks.push({ first: i, last: i });
    else continue;
    goesOn = line.endsWith("\\");
  }
  return chunks;
}

function lineFinder(text: string): (at: number) => number {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return (at) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}

function dedent(lines: readonly string[], blanks: number): string {
  return lines
    .map((line) => (line.slice(0, blanks).trim() === "" ? line.slice(blanks) : line))
    .join("\n")
    .trimEnd();
}
