// Files that commands write: their text is remembered, and read at once where it will be run later.
import { deferredFile } from "../carriers/deferred.ts";
import { MAX_FILE_TEXT } from "../limits.ts";
import type { Frame, State, Walker } from "../model.ts";
import { pathFrom } from "../place.ts";
import { setWritten } from "../state.ts";
import type { Field, Text } from "../text-model.ts";
import { HOLE } from "../text-model.ts";
import type { Word } from "../types.ts";
import { scriptsOf } from "./manifest.ts";
import { noteFile } from "./notes.ts";
import type { Handler } from "./shared.ts";
import { asideJob, carryText, rangeOf } from "./shared.ts";
import { crontabCommands } from "./timetable.ts";
import { standIn, wordField } from "./words.ts";

/** A file that a command writes to. */
export interface Target {
  readonly word: Word;
  /** True when the text is put behind what the file has. */
  readonly adds: boolean;
}

/** The files that redirections of the standard output write to. */
export function outputTargets(
  redirections: readonly { operator: string; target: Word }[],
): readonly Target[] {
  return redirections
    .filter(({ operator }) => /^1?>{1,2}\|?$|^&>{1,2}$/.test(operator))
    .map(({ operator, target }) => ({ word: target, adds: operator.includes(">>") }));
}

/** Two texts, one behind the other. */
function joined(first: Text, second: Text): Text | undefined {
  if (first.source !== second.source) return undefined;
  const shift = first.value.length;
  const moved = second.segments.map((each) => ({
    ...each,
    start: each.start + shift,
    end: each.end + shift,
  }));
  return {
    value: first.value + second.value,
    source: first.source,
    segments: [...first.segments, ...moved],
  };
}

/** Reads a text that stands in a file which something runs later. */
function carryDeferred(
  walker: Walker,
  path: string,
  text: Text,
  place: Field,
  state: State,
  frame: Frame,
): void {
  const file = deferredFile(path);
  if (file === undefined) return;
  const job = asideJob(file.name, place);
  const inner: Frame = { ...frame, redirections: [] };
  const conditions = { input: null, losesStatus: true };
  const texts =
    file.kind === "shell"
      ? [text]
      : file.kind === "crontab"
        ? crontabCommands(text, !path.includes("/spool/"))
        : scriptsOf(text.value).map((script) => standIn(script, place));
  for (const each of texts) carryText(walker, job, each, state, inner, conditions);
}

/** The state after a text was written to files; undefined for a text that is not known. */
export function writeFiles(
  walker: Walker,
  targets: readonly Target[],
  text: Text | undefined,
  state: State,
  frame: Frame,
): State {
  let result = state;
  for (const { word, adds } of targets) {
    const path = word.text === undefined ? null : pathFrom(state.place.cwd, word.text);
    const deferred = deferredFile(path ?? word.text ?? word.pieces?.at(-1) ?? "");
    if (deferred !== undefined && word.text !== "/dev/null") {
      const field = wordField(word, frame);
      if (text === undefined) noteFile(walker, word);
      else carryDeferred(walker, path ?? `./${deferred.name}`, text, field, state, frame);
    }
    if (path === null || path.startsWith("/dev/")) continue;
    const before = adds ? result.written.get(path) : undefined;
    const whole =
      text === undefined || (adds && before === undefined) || text.value.length > MAX_FILE_TEXT
        ? undefined
        : before === undefined
          ? text
          : joined(before, text);
    result = setWritten(result, path, whole?.value.includes(HOLE) === true ? undefined : whole);
  }
  return result;
}

/** The handler for crontab: a table on its input, or in a file. */
export const handleCrontab: Handler = (walker, job, state, frame) => {
  const { input } = frame;
  const words = job.args.filter(
    (field) => field.word.text?.startsWith("-") !== true || field.word.text === "-",
  );
  const takesName = job.args.some((field) => field.word.text === "-u");
  const file = takesName ? words[1] : words[0];
  if (job.args.some((field) => /^-[lreT]/.test(field.word.text ?? ""))) return undefined;
  const path = file?.word.text;
  const known =
    file === undefined || path === "-" || path === "/dev/stdin"
      ? input?.kind === "text"
        ? input.text
        : undefined
      : state.written.get(pathFrom(state.place.cwd, path ?? "\0") ?? "");
  if (known === undefined || known.value.includes(HOLE)) {
    walker.output.opaque(rangeOf(job), "crontab puts off commands that can't be seen");
  }
  for (const command of known === undefined ? [] : crontabCommands(known, false)) {
    carryText(walker, job, command, state, frame, { input: null, losesStatus: true });
  }
  return undefined;
};
