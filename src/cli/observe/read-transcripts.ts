// Goes through transcripts and hands on each proposed tool call once.
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { formatOf } from "../../hosts/transcripts/formats.ts";
import type { Proposed, TranscriptReader } from "../../hosts/transcripts/transcript.ts";
import { UsageError } from "../command.ts";
import { linesOf } from "../io/lines.ts";

/** How many lines at the start of a file may be of no format before it is taken for none. */
const MOST_UNKNOWN = 1_000;
/** How many ids of calls are remembered, the latest. */
const MOST_IDS = 200_000;
/** How many places of lines that can't be read are kept. */
const MOST_PLACES = 5;

/** A file to be read: named, or found in a folder that was. */
export interface Operand {
  readonly file: string;
  readonly isNamed: boolean;
}

/** The files that were named; of a folder, every `.jsonl` in it. Throws a UsageError where one isn't there. */
export function transcriptFiles(named: readonly string[], cwd: string): readonly Operand[] {
  return named.flatMap((file): Operand[] => {
    try {
      if (!statSync(resolve(cwd, file)).isDirectory()) return [{ file, isNamed: true }];
      const inside = readdirSync(resolve(cwd, file), { recursive: true, encoding: "utf8" });
      const found = inside.filter((f) => f.endsWith(".jsonl")).sort();
      if (found.length === 0) throw new Error("the folder holds no .jsonl file");
      return found.map((f) => ({ file: join(file, f), isNamed: false }));
    } catch (error) {
      throw unusable(file, error);
    }
  });
}

/** Reads transcripts in the order given; a call that was read before isn't handed on again. */
export class TranscriptsReader {
  /** What was read, and which host wrote it. */
  readonly files: { readonly file: string; readonly host: string }[] = [];
  /** Files of a folder that are no transcripts. */
  readonly others: string[] = [];
  /** Lines that are no JSON: how many, and where the first are. */
  readonly unreadable: { count: number; readonly first: { readonly file: string; readonly line: number }[] } =
    {
      count: 0,
      first: [],
    };
  readonly #ids = new Set<string>();

  /** Every call of a file with its line. Throws a UsageError where a named file is no transcript, or can't be read. */
  *callsOf(
    { file, isNamed }: Operand,
    cwd: string,
  ): Generator<{ readonly call: Proposed; readonly line: number }> {
    let reader: TranscriptReader | undefined;
    let unknown = 0;
    try {
      for (const { number, text } of linesOf(resolve(cwd, file))) {
        if (text?.trim() === "") continue;
        const parsed = parse(text);
        if (parsed === undefined) this.#note(file, number);
        else reader ??= this.#start(file, parsed.line);
        if (reader === undefined && ++unknown > MOST_UNKNOWN) break;
        if (reader === undefined || parsed === undefined) continue;
        for (const call of reader.read(parsed.line)) if (this.#isNew(call.id)) yield { call, line: number };
      }
    } catch (error) {
      throw unusable(file, error);
    }
    if (reader !== undefined) return;
    if (isNamed)
      throw new UsageError(`${file} is no transcript of Claude Code or Codex: no line of theirs is in it`);
    this.others.push(file);
  }

  #start(file: string, line: unknown): TranscriptReader | undefined {
    const format = formatOf(line);
    if (format !== undefined) this.files.push({ file, host: format.host });
    return format?.reader();
  }

  #isNew(id: string | undefined): boolean {
    if (id === undefined) return true;
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    const [oldest] = this.#ids.size > MOST_IDS ? this.#ids : [];
    if (oldest !== undefined) this.#ids.delete(oldest);
    return true;
  }

  #note(file: string, line: number): void {
    this.unreadable.count++;
    if (this.unreadable.first.length < MOST_PLACES) this.unreadable.first.push({ file, line });
  }
}

function parse(text: string | undefined): { readonly line: unknown } | undefined {
  if (text === undefined) return undefined;
  try {
    return { line: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function unusable(file: string, error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const cause = error instanceof Error ? error.message : String(error);
  return new UsageError(code === "ENOENT" ? `there is no file ${file}` : `${file} can't be read: ${cause}`);
}
