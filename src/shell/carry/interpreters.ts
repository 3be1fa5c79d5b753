// Interpreters: `python3 FILE`, `perl -e CODE`, `node -e CODE`, code on the standard input.

import { languageOfProgram } from "../carriers/files.ts";
import type { Interpreter } from "../carriers/shells.ts";
import { interpreterOf } from "../carriers/shells.ts";
import type { Frame, State, Walker } from "../model.ts";
import { sliceText } from "../source.ts";
import { withFacts } from "../state.ts";
import type { Field, Text } from "../text-model.ts";
import { scriptsInAwk } from "./code.ts";
import { carryScript } from "./files.ts";
import { carryCode } from "./run-code.ts";
import type { Handler, Job } from "./shared.ts";
import { carryText, fieldText, rangeOf } from "./shared.ts";

interface InterpreterWords {
  readonly code: readonly Text[];
  /** Undefined where no file follows. */
  readonly file: readonly Field[] | undefined;
  /** True where code comes from the standard input. */
  readonly reads: boolean;
}

type Value = { readonly kind: "code" | "value" | "module"; readonly from: number } | undefined;

/** The value that a word of bundled letters takes; `from` is 0 where it is the next word. */
function bundled(table: Interpreter, text: string): Value {
  for (let at = 1; at < text.length; at++) {
    const letter = text[at] ?? "";
    const from = at === text.length - 1 ? 0 : at + 1;
    if (table.code.includes(letter)) return { kind: "code", from };
    if (table.module.includes(letter)) return { kind: "module", from };
    if (table.valued.includes(letter)) return { kind: "value", from };
    if (table.glued.includes(letter) && (from > 0 || letter !== "i")) return undefined;
  }
  return undefined;
}

function optionValue(table: Interpreter, text: string): Value {
  if (!text.startsWith("--")) return bundled(table, text);
  const equals = text.indexOf("=");
  const name = equals < 0 ? text : text.slice(0, equals);
  const from = equals < 0 ? 0 : equals + 1;
  if (table.longCode.includes(name)) return { kind: "code", from };
  return table.longValued.includes(name) && from === 0 ? { kind: "value", from } : undefined;
}

function readWords(table: Interpreter, args: readonly Field[]): InterpreterWords {
  const code: Text[] = [];
  let at = args[0]?.word.text !== undefined && table.verbs.includes(args[0].word.text) ? 1 : 0;
  while (at < args.length) {
    const field = args[at];
    const text = field?.word.text ?? field?.word.pieces?.[0] ?? "";
    if (field === undefined || !text.startsWith("-") || text === "-") break;
    at += 1;
    if (text === "--") break;
    const value = optionValue(table, text);
    if (value === undefined) continue;
    const next = value.from === 0 ? args[at] : field;
    if (value.from === 0) at += 1;
    if (value.kind === "module") return { code, file: undefined, reads: false };
    if (value.kind === "code" && next !== undefined) {
      const whole = fieldText(next);
      code.push(value.from === 0 ? whole : sliceText(whole, value.from, whole.value.length));
    }
  }
  if (code.length > 0) return { code, file: undefined, reads: false };
  const file = args[at];
  if (file === undefined || file.word.text === "-" || file.word.text === "/dev/stdin")
    return { code, file: undefined, reads: true };
  return { code, file: args.slice(at), reads: false };
}

function carryInterpreter(
  walker: Walker,
  job: Job,
  table: Interpreter,
  state: State,
  frame: Frame,
): readonly number[] {
  const words = readWords(table, job.args);
  for (const code of words.code) carryCode(walker, job, code, state, frame);
  if (words.file !== undefined) {
    if (words.file[0]?.substitution !== undefined) {
      walker.output.problemAt(words.file[0].word.range, "a program that can't be seen is run");
      return [];
    }
    return carryScript(walker, job, words.file, languageOfProgram(job.name), state, frame);
  }
  const { input } = frame;
  if (!words.reads || input === undefined) return [];
  if (input.kind === "text") carryCode(walker, job, input.text, state, frame);
  else if (input.kind === "file")
    return carryScript(walker, job, [input.field], languageOfProgram(job.name), state, frame);
  else {
    const message = `a program that can't be seen is run: ${job.name} reads it from its input`;
    walker.output.problemAt(rangeOf(job), message);
  }
  return [];
}

/** The handler for interpreters. */
export const handleInterpreter: Handler = (walker, job, state, frame) => {
  const table = interpreterOf(job.name);
  if (table === undefined) return undefined;
  const verb = job.args[0]?.word.text;
  // `deno task x` and `bun install` run no file.
  if (table.verbs.length > 0 && verb !== undefined && /^[a-z]+$/.test(verb) && !table.verbs.includes(verb))
    return undefined;
  return { yes: withFacts(state, carryInterpreter(walker, job, table, state, frame)), no: state };
};

/** The handler for awk, whose programs can run others. */
export const handleAwk: Handler = (walker, job, state, frame) => {
  for (const field of job.args) {
    const text = fieldText(field);
    if (/\bsystem\s*\(|\|\s*(?:getline|")|"\s*\|/.test(text.value))
      carryCode(walker, job, text, state, frame);
    for (const script of scriptsInAwk(text))
      carryText(walker, job, script, state, frame, { input: null, losesStatus: true });
  }
  return undefined;
};
