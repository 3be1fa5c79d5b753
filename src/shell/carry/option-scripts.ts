// Reads commands that options name, and those inside texts of other languages: `tar --to-command`, `vim -c '!…'`.
import type { EscapeEntry } from "../carriers/values.ts";
import { scriptOptions, textEscapes } from "../carriers/values.ts";
import { MAX_FILE_TEXT } from "../limits.ts";
import type { Frame, State, Walker } from "../model.ts";
import { sliceText } from "../source.ts";
import type { Text } from "../text-model.ts";
import { runFileAside } from "./files.ts";
import type { Handler, Job } from "./shared.ts";
import { carryCommand, carryText, fieldText } from "./shared.ts";
import { splitWords } from "./split.ts";
import { headOf, optionValues, valueText } from "./values.ts";

const ASIDE = { input: null, losesStatus: true } as const;

function readValues(walker: Walker, job: Job, state: State, frame: Frame): void {
  for (const { options, kind, prefix } of scriptOptions().get(job.name) ?? []) {
    for (const value of optionValues(job.args, options)) {
      const whole = valueText(value);
      const head = prefix?.exec(whole.value);
      if (prefix !== undefined && head === null) continue;
      const text = sliceText(whole, head?.[0].length ?? 0, whole.value.length);
      if (text.value === "") continue;
      if (kind === "script") carryText(walker, job, text, state, frame, ASIDE);
      else if (kind === "file") runFileAside(walker, job.name, value.field, state, frame);
      else carryCommand(walker, job, splitWords(walker, text, state, frame), state, frame, ASIDE);
    }
  }
}

/** Texts of the program's own language. */
function ownTexts(job: Job, entry: EscapeEntry, frame: Frame): readonly Text[] {
  const plain = entry.options.filter((option) => option !== "+");
  const found = optionValues(job.args, plain).map(valueText);
  for (const field of job.args) {
    const head = headOf(field);
    const text = fieldText(field);
    if (entry.options.includes("+") && head.startsWith("+"))
      found.push(sliceText(text, 1, text.value.length));
    else if (entry.operands && !head.startsWith("-")) found.push(text);
  }
  if (entry.input && frame.input?.kind === "text") found.push(frame.input.text);
  return found;
}

function readEscapes(walker: Walker, job: Job, entry: EscapeEntry, state: State, frame: Frame): void {
  for (const text of ownTexts(job, entry, frame)) {
    let at = 0;
    for (const line of text.value.slice(0, MAX_FILE_TEXT).split("\n")) {
      const start = at;
      at += line.length + 1;
      if (line.length > 4_096) continue;
      for (const pattern of entry.patterns) {
        const script = pattern.exec(line);
        if (script?.[1] === undefined) continue;
        const from = start + script.index + script[0].lastIndexOf(script[1]);
        carryText(walker, job, sliceText(text, from, from + script[1].length), state, frame, ASIDE);
        break;
      }
    }
  }
}

/** Names of the programs that have such options or texts. */
export function optionNames(): readonly string[] {
  return [...new Set([...scriptOptions().keys(), ...textEscapes().keys()])];
}

/** Whether a program has such options or texts. */
export function hasOptionTexts(name: string): boolean {
  return scriptOptions().has(name) || textEscapes().has(name);
}

/** A handler that reads options and texts before another one does its part. */
export function withOptions(other: Handler | undefined): Handler {
  return (walker, job, state, frame) => {
    readValues(walker, job, state, frame);
    const entry = textEscapes().get(job.name);
    if (entry !== undefined) readEscapes(walker, job, entry, state, frame);
    return other?.(walker, job, state, frame);
  };
}
