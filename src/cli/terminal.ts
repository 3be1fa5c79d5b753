// The outside world of a command: streams, folder and environment, so that tests can stand in for it.
import { readFileSync, readSync, writeSync } from "node:fs";

export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person sits at it: standard input and standard error are a terminal. */
  readonly person: boolean;
  /** Whether colours are wanted on standard output and standard error. */
  readonly color: { readonly out: boolean; readonly err: boolean };
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** All of standard input, as bytes. */
  readonly input: () => Uint8Array;
  /** The next line of standard input, without its end; empty where there is none. */
  readonly line: () => string;
}

/** Exit statuses of all commands. */
export const EXIT = { ok: 0, failed: 1, unusable: 2, ask: 3 } as const;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const wantsColor = (stream: { readonly isTTY?: boolean }): boolean =>
    stream.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
  return {
    cwd: process.cwd(),
    env: process.env,
    person: process.stdin.isTTY === true && process.stderr.isTTY === true,
    color: { out: wantsColor(process.stdout), err: wantsColor(process.stderr) },
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
    input: () => readFileSync(0),
    line: readLine,
  };
}

/** Reads up to a line break, byte by byte, so that nothing behind it is taken. A long one is no answer. */
function readLine(): string {
  const byte = Buffer.alloc(1);
  const bytes: number[] = [];
  while (bytes.length < 1_000) {
    try {
      if (readSync(0, byte, 0, 1, null) === 0 || byte[0] === 10) break;
      bytes.push(byte[0] ?? 0);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "EOF") break;
      if (code !== "EAGAIN") throw error;
    }
  }
  return Buffer.from(bytes).toString("utf8");
}

/** Writes all bytes, also to a pipe that is full for a moment. A reader that has gone away is no error. */
function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
    }
  }
}
