// What the rooms of the reader share: where a text stands, the state of the shell, and the walker itself.
import type { CommandNode, CompoundList, Statement } from "unbash";
import type { Output } from "./output.ts";
import type { Place } from "./place.ts";
import type { Field, Source, Text } from "./text-model.ts";
import type { Carrier, Influence, Invocation, Quoting, ReadOptions, Redirection } from "./types.ts";

/** A function's body and where it was written. */
export interface FunctionBody {
  readonly node: CommandNode | CompoundList;
  readonly source: Source;
}

/** Definitions that a name may have at one point; `sure` is false when it may as well have none. */
export interface FunctionSet {
  readonly bodies: readonly FunctionBody[];
  readonly sure: boolean;
}

/** What is known of the shell at one point. Never changed, only replaced. A name that is not listed is unknown. */
export interface State {
  readonly variables: ReadonlyMap<string, readonly string[]>;
  readonly arrays: ReadonlyMap<string, readonly Field[]>;
  readonly exported: ReadonlySet<string>;
  /** Names whose value is not what is assigned to them: `declare -i`, `declare -u`. */
  readonly altered: ReadonlySet<string>;
  readonly functions: ReadonlyMap<string, FunctionSet>;
  readonly aliases: ReadonlyMap<string, readonly Text[]>;
  readonly positional: readonly Field[] | undefined;
  readonly errexit: boolean;
  readonly pipefail: boolean;
  /** True while words are split at blanks only. */
  readonly plainIfs: boolean;
  /** Invocations that have succeeded whenever this point is reached. */
  readonly facts: readonly number[];
  /** The directory that the shell is in. */
  readonly place: Place;
  /** Variables that were set and may change what programs do. */
  readonly influences: ReadonlyMap<string, Influence>;
  /** Files that were written, by their path, and what stands in them. */
  readonly written: ReadonlyMap<string, Text>;
}

/** What a program finds on its standard input. Undefined where nothing is known to be put there. */
export type Input =
  | { readonly kind: "text"; readonly text: Text }
  | { readonly kind: "file"; readonly field: Field }
  | { readonly kind: "unknown" };

/** A way out of a loop, function or shell other than its end. */
export interface Exit {
  readonly state: State;
  /** Whether the status may be success, may be failure. */
  readonly yes: boolean;
  readonly no: boolean;
}

/** Where the walk is: what holds for everything below one node. */
export interface Frame {
  readonly source: Source;
  readonly depth: number;
  readonly carriers: readonly string[];
  readonly host: string | null | undefined;
  readonly certain: boolean;
  /** True while an edit of a word changes one invocation only. */
  readonly once: boolean;
  readonly quoting: Quoting;
  /** True where a failure does not end the shell in spite of `set -e`. */
  readonly tested: boolean;
  readonly input: Input | undefined;
  readonly pipedFrom: number | undefined;
  readonly redirections: readonly Redirection[];
  readonly breaks: Exit[] | undefined;
  readonly returns: Exit[] | undefined;
  readonly exits: Exit[];
  /** Names made local to the function that is open. */
  readonly locals: Set<string> | undefined;
  /** Functions and aliases that are open. */
  readonly open: readonly string[];
  /** True while the text of a file is read: files that it runs are not asked for. */
  readonly inFile: boolean;
}

/** The state after a node has ended with success or failure; null where it can't end so. */
export interface Outcome {
  readonly yes: State | null;
  readonly no: State | null;
  /** The invocation that was the node itself. */
  readonly index?: number | undefined;
  /** What it writes to its standard output, where that is known. */
  readonly output?: Text | undefined;
}

/** A program with its words, ready to run. */
export interface Call {
  readonly fields: readonly Field[];
  readonly env: Invocation["env"];
  readonly redirections: readonly Redirection[];
  readonly range: { readonly start: number; readonly end: number } | undefined;
  /** The program's name where it is not the end of its path. */
  readonly name?: string | undefined;
}

/** The walk, handed to every room so that none has to import the others. */
export interface Walker {
  readonly options: ReadOptions;
  readonly output: Output;
  /** Carriers of that name which the project itself declares. */
  readonly declared: (name: string) => readonly Carrier[] | undefined;
  /** Walks a parsed script's commands. */
  readonly script: (
    script: { readonly commands: readonly Statement[] },
    state: State,
    frame: Frame,
  ) => Outcome;
  /** Walks one command, pipeline or compound command. */
  readonly node: (node: Statement["command"], state: State, frame: Frame) => Outcome;
  /** Parses and walks a text that a shell reads. */
  readonly text: (text: Text, state: State, frame: Frame) => Outcome;
  /** Runs words as a program: reports it, and what it carries. */
  readonly run: (call: Call, state: State, frame: Frame) => Outcome;
  /** Reports words as a program and goes no further. */
  readonly report: (call: Call, name: string | undefined, state: State, frame: Frame) => number | undefined;
}
