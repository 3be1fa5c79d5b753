// Reads a carrier's words by its table: which are options, and where the carried program begins.
import { MAX_STARTS } from "../limits.ts";
import type { Field } from "../text-model.ts";
import { HOLE } from "../text-model.ts";
import type { Carrier } from "../types.ts";
import type { CarrierReading, Step } from "./steps.ts";
import { readOption } from "./steps.ts";

/** The host in `user@host`, `ssh://user@host:22` or `[user@host]`. */
function hostName(text: string): string {
  const bare = text.startsWith("ssh://") ? text.slice(6).replace(/:\d+$/, "").replace(/\/$/, "") : text;
  return bare.slice(bare.lastIndexOf("@") + 1);
}

/** A word that may be an option, with holes for what is unknown in it: `--user=$X` is one, `$X` is none. */
function optionText({ word }: Field): string | undefined {
  if (word.text !== undefined) return word.text;
  const first = word.pieces?.[0];
  if (typeof first !== "string" || !first.startsWith("-")) return undefined;
  return word.pieces?.map((piece) => piece ?? HOLE).join("");
}

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

function isAssignment(field: Field): boolean {
  const text = field.word.text ?? field.word.pieces?.[0];
  return typeof text === "string" && ASSIGNMENT.test(text);
}

/** What may be read on after one word that is no option; undefined where the carried words begin. */
function readOperand(
  carrier: Carrier,
  verbs: readonly string[],
  step: Step,
  word: Field,
): Step | null | undefined {
  const { text } = word.word;
  const next = { ...step, at: step.at + 1 };
  const verb = verbs[step.operand];
  if (verb !== undefined) return text === verb ? { ...next, operand: step.operand + 1 } : null;
  const kind = carrier.operands[step.operand - verbs.length];
  if (kind === undefined) return undefined;
  if (kind === "assignments") {
    return isAssignment(word)
      ? { ...next, assignments: [...step.assignments, word] }
      : { ...step, operand: step.operand + 1 };
  }
  const host = kind === "host" ? (text === undefined ? null : hostName(text)) : step.host;
  return { ...next, operand: step.operand + 1, host };
}

/** All ways to read a carrier's words: several where an option is not in its table. */
export function readCarrier(carrier: Carrier, words: readonly Field[]): readonly CarrierReading[] {
  const verbs = carrier.name.split(" ").slice(1);
  const first: Step = {
    at: 0,
    operand: 0,
    done: false,
    start: words.length,
    certain: true,
    host: undefined,
    assignments: [],
    scripts: [],
    split: undefined,
    options: new Set(),
    values: [],
  };
  const open: Step[] = [first];
  const seen = new Set<string>();
  const found: CarrierReading[] = [];
  while (open.length > 0 && found.length < MAX_STARTS) {
    const step = open.pop();
    if (step === undefined) break;
    const key = `${step.at} ${step.operand} ${step.done} ${step.scripts.length}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const word = words[step.at];
    if (word === undefined || step.split !== undefined) {
      if (step.operand >= verbs.length) found.push({ ...step, start: words.length });
      continue;
    }
    const text = optionText(word);
    const flag = text !== undefined && carrier.flags.includes(text);
    if (!step.done && text === "--") {
      open.push({ ...step, at: step.at + 1, done: step.operand >= verbs.length });
      continue;
    }
    const option = !step.done && text !== undefined && text.startsWith("-") && (text.length > 1 || flag);
    const complete = step.operand >= verbs.length + carrier.operands.length;
    // After the image of `docker run`, options are its program's own.
    const foreign = complete && verbs.length > 0 && carrier.operands.length > 0;
    if (option && !foreign) {
      open.push(...readOption(carrier, words, step, text));
      continue;
    }
    const next = readOperand(carrier, verbs, step, word);
    if (next === undefined) {
      if (!option || step.options.has("--entrypoint")) found.push({ ...step, start: step.at });
    } else if (next !== null) open.push(next);
  }
  return found.length > 1 ? found.map((reading) => ({ ...reading, certain: false })) : found;
}
