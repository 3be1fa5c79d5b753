// bylaw find: the runbooks that an alert, an error or words lead to.
import { findRunbooks } from "../../runbooks/find.ts";
import { type CommandRun, formatOption, textOption, UsageError } from "../command.ts";
import { printFound } from "../print/runbook.ts";
import { style } from "../print/style.ts";
import { EXIT, type Terminal } from "../terminal.ts";
import { projectPolicy } from "./check.ts";

const MOST = 5;

export const find: CommandRun = (input, terminal) => {
  const format = formatOption(input, ["text", "json"]);
  const most = mostOf(textOption(input, "most"));
  const text = wanted([...input.operands, ...(input.behindDashes ?? [])], terminal);
  const policy = projectPolicy(textOption(input, "policy"), terminal);
  if (policy === undefined) return EXIT.unusable;
  const all = findRunbooks(policy.runbooks, text);
  const found = all.slice(0, most);
  if (format === "json")
    terminal.out(
      `${JSON.stringify({ schemaVersion: 1, found, more: all.length - found.length }, null, 2)}\n`,
    );
  else if (found.length === 0) terminal.err(`bylaw: no runbook fits, among ${policy.runbooks.length}\n`);
  else terminal.out(printFound(found, all.length - found.length, style(terminal.color.out)));
  return found.length === 0 ? EXIT.failed : EXIT.ok;
};

function mostOf(text: string | undefined): number {
  if (text === undefined) return MOST;
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new UsageError(`unexpected --most ${text}, expected a number from 1`);
  return Number(text);
}

function wanted(words: readonly string[], terminal: Terminal): string {
  const text = words.length === 1 && words[0] === "-" ? decoded(terminal.input()) : words.join(" ");
  if (text.trim() === "") throw new UsageError("expected an alert's name, the text of an error, or words");
  return text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError("standard input is not UTF-8 text");
  }
}
