// Files that programs run: named for the caller, and read one level deep where their text is known.
import { languageOfPath, languageOfText } from "../carriers/files.ts";
import { isElsewhere } from "../carriers/status.ts";
import { MAX_FILE_TEXT } from "../limits.ts";
import type { Frame, State, Walker } from "../model.ts";
import { isFixed, pathFrom, shownDirectory } from "../place.ts";
import type { Field, Text } from "../text-model.ts";
import type { Language } from "../types.ts";
import { noteFile } from "./notes.ts";
import { carryCode } from "./run-code.ts";
import type { Conditions, Job } from "./shared.ts";
import { asideJob, carryFile, carryText } from "./shared.ts";
import { standIn } from "./words.ts";

/** A file as far as it is known. */
export interface KnownFile {
  readonly path: string | undefined;
  readonly text: string | undefined;
  /** True when the text that is read wrote the file itself. */
  readonly own: boolean;
}

const NO_FILE: KnownFile = { path: undefined, text: undefined, own: false };

/** The path of a file for the caller, and the text that it has. */
export function findFile(walker: Walker, name: string | undefined, state: State, frame: Frame): KnownFile {
  if (name === undefined || isElsewhere(frame)) return NO_FILE;
  const { options, output } = walker;
  const from = pathFrom(state.place.cwd, name);
  const shown = from === null ? null : shownDirectory(from, options.cwd);
  if (from === null || typeof shown !== "string") return NO_FILE;
  const written = state.written.get(from);
  if (written !== undefined) return { path: shown, text: written.value, own: true };
  if (frame.inFile || options.files === undefined || output.silent) return { ...NO_FILE, path: shown };
  const text = options.files(shown);
  return {
    path: shown,
    text: text !== undefined && text.length <= MAX_FILE_TEXT ? text : undefined,
    own: false,
  };
}

/** Names a file for the caller. */
export function listFile(
  walker: Walker,
  job: Job,
  file: KnownFile,
  language: Language,
  entries: readonly string[],
  place: Field,
  frame: Frame,
): void {
  if (frame.inFile || file.own || isElsewhere(frame)) return;
  const { path } = file;
  const { range } = place.word;
  walker.output.file({
    range,
    invocation: job.index,
    path,
    language,
    entries,
    read: file.text !== undefined,
  });
}

/** Reads a text that stands in a file. */
export function carryFileText(
  walker: Walker,
  job: Job,
  text: Text,
  name: string,
  state: State,
  frame: Frame,
  conditions: Conditions = {},
): readonly number[] {
  const inner: Frame = { ...frame, inFile: true };
  return walker.output.inside(name, () => carryText(walker, job, text, state, inner, conditions));
}

/** The language of a file that a program of that language runs. */
function languageOf(given: Language, name: string, text: string | undefined): Language {
  if (given !== "other") return given;
  return (text === undefined ? undefined : languageOfText(text)) ?? languageOfPath(name) ?? "other";
}

/** Reads what a file runs, or says that it can't be seen. Answers what has succeeded when it has. */
function readFile(
  walker: Walker,
  job: Job,
  words: readonly Field[],
  language: Language,
  state: State,
  frame: Frame,
  conditions: Conditions,
): readonly number[] {
  const [first, ...positional] = words;
  if (first === undefined) return [];
  const name = first.word.text;
  const file = findFile(walker, name, state, frame);
  const kind = languageOf(language, name ?? "", file.text);
  listFile(walker, job, file, kind, [], first, frame);
  if (file.text === undefined || name === undefined) {
    noteFile(walker, first.word);
    return [];
  }
  const text = standIn(file.text, first);
  if (kind === "shell") {
    return carryFileText(walker, job, text, name, state, frame, { ...conditions, positional, input: null });
  }
  if (kind === "other") noteFile(walker, first.word);
  else {
    const inner: Frame = { ...frame, inFile: true };
    walker.output.inside(name, () => carryCode(walker, job, text, state, inner));
  }
  return [];
}

/** Runs a file with the words after it: reports it as a program, and reads it. */
export function carryScript(
  walker: Walker,
  job: Job,
  words: readonly Field[],
  language: Language,
  state: State,
  frame: Frame,
  conditions: Conditions = {},
): readonly number[] {
  const facts = carryFile(walker, job, words, state, frame, conditions);
  return [...facts, ...readFile(walker, job, words, language, state, frame, conditions)];
}

/** Reads the file that a program's own word names: `./x.sh a`. */
export function runOwnFile(walker: Walker, job: Job, state: State, frame: Frame): readonly number[] {
  return readFile(walker, job, job.fields, "other", state, frame, {});
}

/** Reads a file that a variable or an option names, under a name of its own. */
export function runFileAside(walker: Walker, label: string, field: Field, state: State, frame: Frame): void {
  readFile(walker, asideJob(label, field), [field], "shell", state, frame, {});
}

/** True for a program's word that names a file of the project rather than an installed program. */
export function namesOwnFile(word: string): boolean {
  return (word.includes("/") && !isFixed(word)) || (languageOfPath(word) !== undefined && word.includes("/"));
}
