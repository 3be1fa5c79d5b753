// What the shell reader hands on: every program that a text would run, with its words and how sure that is.
import type { Range } from "../policy/types.ts";

/** One word of an invocation after quotes are taken off. */
export interface Word {
  /** The value where it is known from the text alone; undefined where it is an unknown value. */
  readonly text: string | undefined;
  /** An unknown value's known pieces in order, null where anything may stand: `atvm$N.0` is `["atvm", null, ".0"]`. */
  readonly pieces?: readonly (string | null)[];
  /** As written in the text that was read, quotes and all. */
  readonly raw: string;
  /** Where it stands in the text that was given to the reader (for a nested text: the closest range outside it). */
  readonly range: Range;
  /** True when `range` covers exactly `raw`, so that an edit there changes this word and nothing else. */
  readonly exact: boolean;
  /** True when file names may take its place (an unquoted glob). */
  readonly glob?: boolean;
  /** True when it may become no word or several (an unquoted expansion). */
  readonly split?: boolean;
  /** The placeholder that was left in it (`<release-id>`), where `ReadOptions.placeholders` names it. */
  readonly placeholder?: string;
}

/** A file that a redirection reads or writes. */
export interface Redirection {
  readonly operator: string;
  readonly target: Word;
}

/** Quotes around the text in which an invocation stands: an edit there must not close them. */
export type Quoting = "none" | "single" | "double" | "other";

/** A program that would run. */
export interface Invocation {
  /** Its path without folders. Undefined when it can't be known, empty for redirections without a program. */
  readonly name: string | undefined;
  /** The program's word as written. */
  readonly program: Word;
  /** The words after it. */
  readonly args: readonly Word[];
  /** Variables set for this program alone (`A=1 program`, `env A=1 program`). */
  readonly env: readonly { readonly name: string; readonly value: Word }[];
  readonly redirections: readonly Redirection[];
  /** The host that it runs on when carried by ssh; null when that can't be known; undefined here. */
  readonly host: string | null | undefined;
  /** The names of the programs that carry it, outermost first: `["sudo", "env"]`. */
  readonly carriers: readonly string[];
  /** Indexes of earlier invocations that have succeeded whenever this one starts (joined by `&&`). */
  readonly succeeded: readonly number[];
  /** Index of the invocation whose output it reads through a pipe. */
  readonly pipedFrom: number | undefined;
  /** False when it is only one reading of several (a program given as data to another one). */
  readonly certain: boolean;
  readonly range: Range;
  readonly quoting: Quoting;
  /**
   * The directory it starts in: undefined where the action itself starts, null where that can't be known. A path from
   * the root or from `~`, or one from the action's own directory where `ReadOptions.cwd` does not say which that is.
   */
  readonly cwd?: string | null | undefined;
  /** Assignments in front of it that may change what it does: `PATH`, `LD_PRELOAD`, `GIT_DIR`. */
  readonly influences?: readonly Influence[] | undefined;
  /** What its name looks like though it is spelled otherwise: `rm` for a name with a Cyrillic letter, `git` for `git.exe`. */
  readonly lookalike?: string | undefined;
}

/** A variable set in front of a program that may change what the program does. */
export interface Influence {
  readonly name: string;
  readonly range: Range;
  readonly reason: string;
}

/** What a file that is run is written in. */
export type Language =
  | "shell"
  | "python"
  | "javascript"
  | "perl"
  | "ruby"
  | "php"
  | "make"
  | "package"
  | "other";

/** A file that a program would run. */
export interface RunFile {
  readonly range: Range;
  /** Index of the invocation that runs it. */
  readonly invocation: number | undefined;
  /** Where it is: from the root, from `~`, or from the action's own directory. Undefined where that can't be known. */
  readonly path: string | undefined;
  readonly language: Language;
  /** The scripts or targets of it that are run; none means all of it, or those that it names first. */
  readonly entries: readonly string[];
  /** True when its text was supplied, or written by the same command text, and has been read. */
  readonly read: boolean;
}

/** A place that could not be read, or that means something else than it seems to. The verdict is then at least *ask*. */
export interface Problem {
  readonly range: Range;
  readonly message: string;
  /** True where the text breaks the shell's grammar: a shell would not run the command that this stands in. */
  readonly syntax?: boolean;
}

/** A program that runs something which can't be seen from the text. */
export interface Opaque {
  readonly range: Range;
  readonly reason: string;
}

/** Invocations that don't wait for those behind them, nor those for them: in the background, or a part of a pipe. */
export interface SideBySide {
  /** The first of them, and the first one that is none of them any more, by index. */
  readonly first: number;
  readonly behind: number;
  /** The index from which on all of them have ended: behind the pipe, or behind a `wait`. */
  readonly over?: number;
  /** The index from which on they may have ended: behind a `wait` for some. */
  readonly perhaps?: number;
}

/** All that one shell text would run. */
export interface Reading {
  readonly invocations: readonly Invocation[];
  readonly problems: readonly Problem[];
  readonly opaque: readonly Opaque[];
  /** Files that the text runs and that were not written by it, one level deep. */
  readonly files: readonly RunFile[];
  /** What runs beside other invocations; none where all run one after the other. */
  readonly beside?: readonly SideBySide[];
  /** Indexes of the invocations that have succeeded whenever the text has ended with success; none where that can't be. */
  readonly proven: readonly number[];
  /** Whether the text is nothing but one ordinary program with plain words: its end is that of the program. */
  readonly plain?: true;
}

/** Which words of a carrier are a program with its words, a text for a shell, a file to run or a host. */
export interface Carrier {
  readonly name: string;
  /** Options without a value. Single letters may be bundled. */
  readonly flags: readonly string[];
  /** Options that take the next word (or `=value`, or the rest of the word for a letter). */
  readonly valued: readonly string[];
  /** What the first operands are, in order. `assignments` takes any number of `A=1`, `skip` takes one. */
  readonly operands: readonly ("skip" | "host" | "assignments")[];
  /** What follows them: a program and its words, a script's text in one word, the words joined to a script, a file. */
  readonly carries: "command" | "script" | "joined-script" | "file";
  /** Options whose value is a script (`bash -c`), which then takes the place of `carries`. */
  readonly script?: readonly string[];
  /** Options whose value is a command line of words (`env -S`). */
  readonly splits?: readonly string[];
}

/** What the reader is told besides the text. */
export interface ReadOptions {
  /** The shell that will read the text; bash where not said. */
  readonly shell?: "bash" | "sh" | "zsh" | "powershell" | "unknown";
  /** Carriers that the project's sources declare, in front of the built-in ones. */
  readonly carriers?: readonly Carrier[];
  /** Treat unknown values as possible options and several words. */
  readonly strict?: boolean;
  /** The directory in which the text is run, from the root. */
  readonly cwd?: string;
  /** The text of a file, by the path of `RunFile`; undefined where it can't be supplied. */
  readonly files?: (path: string) => string | undefined;
  /** True where the file system takes `GIT` for `git`. */
  readonly foldCase?: boolean;
  /** Names that stand for values to be filled in: with `release-id` here, `<release-id>` is a placeholder. */
  readonly placeholders?: ReadonlySet<string>;
}
