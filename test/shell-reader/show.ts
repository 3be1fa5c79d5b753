// Shows what the reader found in one line for each invocation, so that tests read as tables.
import { readShell } from "../../src/shell/read.ts";
import type { Invocation, ReadOptions, Word } from "../../src/shell/types.ts";

/** A word as it is shown: `…` where anything may stand, `*` behind a glob, `+` behind what may be several words. */
function showWord(word: Word): string {
  if (word.text !== undefined)
    return word.text === "" || /[\s…]/.test(word.text) ? JSON.stringify(word.text) : word.text;
  const text = (word.pieces ?? [null]).map((piece) => piece ?? "…").join("");
  return `${text}${word.glob === true ? "*" : ""}${word.split === true ? "+" : ""}`;
}

/** An invocation as it is shown: `A=1 ?tool --x a @host`, where `?` stands before an uncertain reading. */
function showInvocation(invocation: Invocation): string {
  const { env, certain, program, args, host, redirections } = invocation;
  return [
    ...env.map(({ name, value }) => `${name}=${showWord(value)}`),
    `${certain ? "" : "?"}${showWord(program)}`,
    ...args.map(showWord),
    ...redirections.map(({ operator, target }) => `${operator}${showWord(target)}`),
    ...(host === undefined ? [] : [`@${host ?? "…"}`]),
  ].join(" ");
}

/** All invocations of a text that has no problem; with a problem, its messages instead. */
export function read(text: string, options?: ReadOptions): readonly string[] {
  const { invocations, problems } = readShell(text, options);
  return problems.length > 0
    ? problems.map((problem) => `! ${problem.message}`)
    : invocations.map(showInvocation);
}

/** The invocations of a text by name, each with those that it knows to have succeeded: `c < a b`. */
export function order(text: string): readonly string[] {
  const { invocations } = readShell(text);
  return invocations.map(({ name, succeeded }) => {
    const before = succeeded.map((index) => invocations[index]?.name ?? "?");
    return before.length === 0 ? (name ?? "?") : `${name ?? "?"} < ${before.join(" ")}`;
  });
}

/** Only the carried invocations, with the names of their carriers in front: `sudo env: tool --x`. */
export function carried(text: string, options?: ReadOptions): readonly string[] {
  return readShell(text, options)
    .invocations.filter((invocation) => invocation.carriers.length > 0)
    .map((invocation) => `${invocation.carriers.join(" ")}: ${showInvocation(invocation)}`);
}

/** Messages of problems, with the text that each of them is about. */
export function problems(text: string, options?: ReadOptions): readonly string[] {
  return readShell(text, options).problems.map(
    ({ range, message }) => `${text.slice(range.start, range.end)} | ${message}`,
  );
}
