// The ledger of a project: what happened in each run, in files that only grow.
import { rmSync, statSync } from "node:fs";
import type { LedgerEvent } from "../policy/types.ts";
import { appendLines, type LedgerFile, ledgerFiles, readLines } from "./file.ts";
import { lineOf, readLine } from "./line.ts";
import { masked } from "./masked.ts";
import { fileOfRun, WAIVERS_FILE } from "./run-name.ts";

/** A line that can't be read, and where it stands. */
export interface LineProblem {
  readonly file: string;
  readonly line: number;
  readonly problem: "cut" | "damaged";
  readonly detail: string;
  /** How many events of the file stand before it. */
  readonly before: number;
}

/** A run as its file has it, in the order in which it was written. */
export interface RecordedRun {
  readonly events: readonly LedgerEvent[];
  readonly problems: readonly LineProblem[];
}

/** An event as the caller gives it: the ledger adds version, time and run. */
export type NewEvent = LedgerEvent extends infer E
  ? E extends LedgerEvent
    ? Omit<E, "v" | "at" | "run">
    : never
  : never;

/** What the ledger needs of the outside world besides files. */
export interface LedgerWorld {
  readonly sha256: (text: string) => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export class Ledger {
  readonly folder: string;
  readonly #world: LedgerWorld;

  /** `folder` is `.bylaw/runs` of the project, absolute. It is made at the first write. */
  constructor(folder: string, world: LedgerWorld) {
    this.folder = folder;
    this.#world = world;
  }

  now(): number {
    return this.#world.now();
  }

  /** Appends events of a run, all in one write. Throws when they can't be written. */
  append(run: string, events: readonly NewEvent[]): void {
    this.#append(fileOfRun(run, this.#world.sha256), run, events);
  }

  /** Appends to the waivers, which count for all runs. Throws when it can't be written. */
  appendWaiver(event: NewEvent): void {
    this.#append(WAIVERS_FILE, "", [event]);
  }

  /** What a run's file holds; undefined where there is none. Throws when it can't be read. */
  read(run: string): RecordedRun | undefined {
    const read = this.readFile(fileOfRun(run, this.#world.sha256));
    // A file that was renamed by hand holds another run.
    return read === undefined || read.events.every((e) => e.run === run)
      ? read
      : { events: [], problems: read.problems };
  }

  /** What a file of the folder holds; undefined where there is none. Throws when it can't be read. */
  readFile(file: string): RecordedRun | undefined {
    const lines = readLines(`${this.folder}/${file}`);
    if (lines === undefined) return undefined;
    const events: LedgerEvent[] = [];
    const problems: LineProblem[] = [];
    for (const { number, text } of lines) {
      const read = readLine(text);
      if ("event" in read) events.push(read.event);
      else problems.push({ file, line: number, ...read, before: events.length });
    }
    return { events, problems };
  }

  /** How long a run's file and the waivers are together, in bytes: what reading them takes. Infinite where that can't be seen. */
  size(run: string): number {
    const files = [fileOfRun(run, this.#world.sha256), WAIVERS_FILE];
    try {
      const sizes = files.map((f) => statSync(`${this.folder}/${f}`, { throwIfNoEntry: false })?.size ?? 0);
      return sizes.reduce((all, size) => all + size, 0);
    } catch {
      return Number.POSITIVE_INFINITY;
    }
  }

  /** The waivers; none where nobody has waived anything. */
  waivers(): RecordedRun {
    return this.readFile(WAIVERS_FILE) ?? { events: [], problems: [] };
  }

  /** The files of all runs, without the waivers. */
  files(): LedgerFile[] {
    return ledgerFiles(this.folder).filter(({ file }) => file !== WAIVERS_FILE);
  }

  /** Removes a run's file. Throws when it can't be removed. */
  remove(file: string): void {
    rmSync(`${this.folder}/${file}`, { force: true });
  }

  #append(file: string, run: string, events: readonly NewEvent[]): void {
    const at = new Date(this.#world.now()).toISOString();
    appendLines(
      `${this.folder}/${file}`,
      events.map((event) => lineOf(masked({ v: 1, at, run, ...event }))),
    );
  }
}
