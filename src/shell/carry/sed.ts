// sed: the command `e` and the flag `e` of `s`, which run other programs.

import { sliceText } from "../source.ts";
import type { Text } from "../text-model.ts";
import { HOLE } from "../text-model.ts";
import type { Handler } from "./shared.ts";
import { carryText, fieldText } from "./shared.ts";
import { firstOperand, optionValues, valueText } from "./values.ts";

/** The end of a part that a delimiter closes. */
function closing(code: string, from: number, mark: string): number {
  let set = false;
  for (let at = from; at < code.length; at++) {
    const char = code[at];
    if (char === "\\") at += 1;
    else if (char === "[" && !set) set = true;
    else if (char === "]") set = false;
    else if (char === mark && (!set || !code.includes("]", at))) return at;
    if (char === "\n") set = false;
  }
  return code.length;
}

/** Where the command behind its addresses starts. */
function skipAddresses(code: string, from: number): number {
  let at = from;
  for (;;) {
    const plain = /^[\s;{}\d$,!~+]+/.exec(code.slice(at, at + 200))?.[0].length ?? 0;
    if (plain > 0) at += plain;
    else if (code[at] === "/") {
      at = closing(code, at + 1, "/") + 1;
      while (/[IM]/.test(code[at] ?? "")) at += 1;
    } else if (code[at] === "\\" && code[at + 1] !== undefined)
      at = closing(code, at + 2, code[at + 1] ?? "") + 1;
    else return at;
    if (at >= code.length) return at;
  }
}

function lineEnd(code: string, from: number): number {
  const end = code.indexOf("\n", from);
  return end < 0 ? code.length : end;
}

/** A replacement as a script: what it takes from the line is unknown. */
function replacementScript(text: Text, from: number, to: number): Text {
  const part = sliceText(text, from, to);
  const value = part.value.replace(/\\(\d)|(?<!\\)&/g, (all) => HOLE.repeat(all.length));
  return { ...part, value };
}

/** The scripts that a sed program runs. */
function scriptsInSed(text: Text): readonly Text[] {
  const code = text.value;
  const found: Text[] = [];
  let at = 0;
  while (at < code.length && found.length < 100) {
    at = skipAddresses(code, at);
    const letter = code[at] ?? "";
    if (letter === "s" || letter === "y") {
      const mark = code[at + 1] ?? "";
      const middle = closing(code, at + 2, mark);
      const end = closing(code, middle + 1, mark);
      const flags = /^[a-zA-Z0-9]*/.exec(code.slice(end + 1, end + 20))?.[0] ?? "";
      if (letter === "s" && /^[gpiImM\d]*e/.test(flags)) found.push(replacementScript(text, middle + 1, end));
      at = /w/.test(flags) ? lineEnd(code, end) : end + 1 + flags.length;
    } else if (letter === "e") {
      const end = lineEnd(code, at);
      const script = sliceText(text, at + 1, end);
      if (script.value.trim() !== "") found.push(script);
      at = end;
    } else if (/[aicrRwW:bTt#]/.test(letter)) at = lineEnd(code, at);
    else at += 1;
  }
  return found;
}

/** The handler for sed. */
export const handleSed: Handler = (walker, job, state, frame) => {
  const given = optionValues(job.args, ["-e", "--expression"]);
  const scripts = given.map(valueText);
  const operand = job.args[firstOperand(job.args, new Set(["-f", "--file", "-l", "--line-length"]))];
  if (given.length === 0 && operand !== undefined) scripts.push(fieldText(operand));
  for (const script of scripts.flatMap(scriptsInSed)) {
    carryText(walker, job, script, state, frame, { input: null, losesStatus: true });
  }
  return undefined;
};
