// What a few programs write to their standard output, where the text alone tells it: `echo 'a b' | sh`.
import { joinText, piecesText } from "../expand/text.ts";
import { MAX_VALUE } from "../limits.ts";
import type { Frame } from "../model.ts";
import type { Field, Text } from "../text-model.ts";
import { HOLE } from "../text-model.ts";
import type { Job } from "./shared.ts";

function isStatic(fields: readonly Field[]): boolean {
  return fields.every((field) => field.word.split !== true && field.word.glob !== true);
}

/** A text that comes from words but has no place of its own in them. */
function loose(job: Job, value: string): Text {
  const source = job.fields[0]?.source;
  if (source === undefined)
    return {
      value,
      source: { text: "", parent: undefined, segments: [], holes: false, dialect: "bash" },
      segments: [],
    };
  const from = job.fields[0]?.start ?? 0;
  const shared = job.fields.every((field) => field.source === source);
  const to = shared ? (job.fields.at(-1)?.end ?? from) : (job.fields[0]?.end ?? from);
  return piecesText(source, [{ text: value, from, to, linear: false, quote: "other" }]);
}

/** The escapes of `echo -e` and of a printf format; undefined where one is not known here. */
function readEscapes(text: string): string | undefined {
  const simple: Readonly<Record<string, string>> = {
    n: "\n",
    t: "\t",
    "\\": "\\",
    a: "\x07",
    b: "\b",
    r: "\r",
    f: "\f",
    v: "\v",
  };
  let known = true;
  const value = text.replace(/\\([\s\S]?)/g, (_, char: string) => {
    const result = simple[char];
    if (result === undefined) known = false;
    return result ?? "";
  });
  return known ? value : undefined;
}

/** The text with the end of a line behind it. */
function endLine(text: Text): Text {
  const { value, source, segments } = text;
  const to = segments.at(-1)?.to ?? 0;
  const end = {
    start: value.length,
    end: value.length + 1,
    from: to,
    to,
    linear: false,
    quote: "none" as const,
  };
  return { value: `${value}\n`, source, segments: [...segments, end] };
}

function echoOutput(job: Job, frame: Frame): Text | undefined {
  let rest = job.args;
  let escapes = false;
  let line = true;
  while (rest[0]?.word.text !== undefined && /^-[neE]+$/.test(rest[0].word.text)) {
    if (/[eE]/.test(rest[0].word.text)) escapes = rest[0].word.text.includes("e");
    if (rest[0].word.text.includes("n")) line = false;
    rest = rest.slice(1);
  }
  if (!isStatic(rest)) return undefined;
  const text = joinText(rest);
  // Plain sh reads escapes without being asked, bash does not.
  if (!text.value.includes("\\") || (!escapes && frame.source.dialect !== "sh"))
    return line ? endLine(text) : text;
  const value = text.value.includes(HOLE) ? undefined : readEscapes(text.value);
  return escapes && value !== undefined ? loose(job, line ? `${value}\n` : value) : undefined;
}

/** What printf writes. */
export function printfOutput(job: Job): Text | undefined {
  const ended = job.args[0]?.word.text === "--";
  const rest = ended ? job.args.slice(1) : job.args;
  const [format, ...values] = rest;
  const template = format?.word.text;
  if (template === undefined || (!ended && template.startsWith("-")) || !isStatic(values)) return undefined;
  const only = values[0];
  if (/^%s(?:\\n)?$/.test(template) && values.length === 1 && only !== undefined)
    return template.length > 2 ? endLine(joinText([only])) : joinText([only]);
  const expected = readEscapes(template);
  if (expected === undefined) return undefined;
  const count = template.split(/%[sb]/).length - 1;
  if (/%(?![sb])/.test(template) || values.some((value) => value.word.text === undefined)) return undefined;
  if (count === 0) return loose(job, expected);
  let result = "";
  for (let at = 0; at < Math.max(values.length, 1) && result.length < MAX_VALUE; at += count) {
    let next = at;
    result += template.replace(/%([sb])|\\([\s\S])/g, (whole, letter: string | undefined) => {
      if (letter === undefined) return readEscapes(whole) ?? "";
      const value = values[next]?.word.text ?? "";
      next += 1;
      return letter === "b" ? (readEscapes(value) ?? HOLE) : value;
    });
  }
  return loose(job, result);
}

/** Decodes base64 of plain text; undefined for anything else. */
function decodeBase64(text: string): string | undefined {
  const clean = text.replace(/[\s=]/g, "");
  if (!/^[A-Za-z0-9+/]*$/.test(clean) || clean.length > MAX_VALUE) return undefined;
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  let bits = 0;
  let count = 0;
  let result = "";
  for (const char of clean) {
    bits = ((bits << 6) | alphabet.indexOf(char)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    const byte = (bits >> count) & 0xff;
    // Other bytes would have to be put together to characters: not worth it for a command.
    if (byte > 126) return undefined;
    result += String.fromCharCode(byte);
  }
  return result;
}

function base64Output(job: Job, frame: Frame): Text | undefined {
  const decodes = job.args.every((field) => /^(?:-d|-D|--decode|-i|-di|-)$/.test(field.word.text ?? ""));
  if (
    !decodes ||
    !job.args.some((field) => /^(?:-d|-D|--decode|-di)$/.test(field.word.text ?? "")) ||
    frame.input?.kind !== "text"
  )
    return undefined;
  const value = decodeBase64(frame.input.text.value);
  return value === undefined ? undefined : loose(job, value);
}

/** Programs whose output may be known. */
export const WRITES: ReadonlySet<string> = new Set(["echo", "printf", "cat", "tee", "base64", "crontab"]);

/** What a program writes to its standard output; undefined where that is not known. */
export function outputOf(job: Job, frame: Frame): Text | undefined {
  switch (job.name) {
    case "echo":
      return echoOutput(job, frame);
    case "printf":
      return printfOutput(job);
    case "base64":
      return base64Output(job, frame);
    case "crontab":
      return job.args.some((field) => field.word.text === "-l") ? loose(job, `${HOLE}\n`) : undefined;
    case "tee":
      return frame.input?.kind === "text" ? frame.input.text : undefined;
    case "cat": {
      const plain = job.args.every((field) => /^-[A-Zu]*$/.test(field.word.text ?? ""));
      return plain && frame.input?.kind === "text" ? frame.input.text : undefined;
    }
    default:
      return undefined;
  }
}
