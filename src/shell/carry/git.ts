// git: programs that its options and settings name, aliases, filters, remote helpers.
import { GIT_FILES, GIT_MARKED, GIT_SCRIPTS, GIT_SETTINGS, GIT_VALUED } from "../carriers/git.ts";
import type { Frame, State, Walker } from "../model.ts";
import { sliceText } from "../source.ts";
import type { Field, Text } from "../text-model.ts";
import { carryByTable } from "./generic.ts";
import { noteFile } from "./notes.ts";
import type { Handler, Job } from "./shared.ts";
import { carryCommand, carryText, fieldText } from "./shared.ts";
import { splitWords } from "./split.ts";
import { firstOperand, headOf, optionValues, valueText } from "./values.ts";

const ASIDE = { input: null, losesStatus: true } as const;

/** Reads what a setting makes git run. */
function readSetting(
  walker: Walker,
  job: Job,
  key: string,
  value: Text,
  rest: readonly Field[],
  state: State,
  frame: Frame,
): void {
  const name = key.toLowerCase();
  const [place] = job.fields;
  if (GIT_FILES.test(name) && place !== undefined) noteFile(walker, { ...place.word, text: value.value });
  if (GIT_SETTINGS.test(name)) {
    if (/^(?:true|false|yes|no|on|off|auto|\d*)$/i.test(value.value)) return;
    carryText(walker, job, value, state, frame, ASIDE);
    return;
  }
  if (!GIT_MARKED.test(name)) return;
  if (value.value.startsWith("!")) {
    carryText(walker, job, sliceText(value, 1, value.value.length), state, frame, ASIDE);
  } else if (name.startsWith("alias.") && place !== undefined) {
    // The words of an alias take the place of its name.
    const used = rest[0]?.word.text === key.slice(6) ? rest.slice(1) : [];
    const words = [place, ...splitWords(walker, value, state, frame), ...used];
    carryCommand(walker, job, words, state, frame, ASIDE);
  }
}

/** `key=value` of `-c`. */
function readPair(
  walker: Walker,
  job: Job,
  pair: Text,
  rest: readonly Field[],
  state: State,
  frame: Frame,
): void {
  const equals = pair.value.indexOf("=");
  if (equals < 1) return;
  const value = sliceText(pair, equals + 1, pair.value.length);
  readSetting(walker, job, pair.value.slice(0, equals), value, rest, state, frame);
}

/** `git config KEY VALUE`. */
function readConfig(walker: Walker, job: Job, args: readonly Field[], state: State, frame: Frame): void {
  if (args.some((field) => /^--(?:get|unset|list|remove|rename|edit|show)/.test(headOf(field)))) return;
  const valued = new Set(["-f", "--file", "--blob", "--type", "--default", "--comment", "--value"]);
  let at = firstOperand(args, valued);
  if (/^(?:set|get|unset|list|edit)$/.test(headOf(args[at]))) {
    if (headOf(args[at]) !== "set") return;
    at = firstOperand(args, valued, at + 1);
  }
  const key = args[at]?.word.text;
  const value = args[at + 1];
  if (key !== undefined && value !== undefined)
    readSetting(walker, job, key, fieldText(value), [], state, frame);
}

/** A remote of the form `ext::COMMAND`, in which `% ` is a blank inside a word. */
function readRemotes(walker: Walker, job: Job, args: readonly Field[], state: State, frame: Frame): void {
  for (const field of args) {
    if (!headOf(field).startsWith("ext::")) continue;
    const text = fieldText(field);
    const script = { ...text, value: text.value.replaceAll("% ", "\\ ") };
    carryText(walker, job, sliceText(script, 5, script.value.length), state, frame, ASIDE);
  }
}

/** The handler for git. */
export const handleGit: Handler = (walker, job, state, frame) => {
  const at = firstOperand(job.args, GIT_VALUED);
  const verb = headOf(job.args[at]);
  const rest = job.args.slice(at + 1);
  for (const value of optionValues(job.args.slice(0, at), ["-c"])) {
    readPair(walker, job, valueText(value), job.args.slice(at), state, frame);
  }
  if (verb === "clone") {
    for (const value of optionValues(rest, ["-c", "--config"])) {
      readPair(walker, job, valueText(value), [], state, frame);
    }
  }
  if (verb === "config") readConfig(walker, job, rest, state, frame);
  for (const value of optionValues(rest, GIT_SCRIPTS.get(verb) ?? [])) {
    const text = valueText(value);
    if (text.value !== "") carryText(walker, job, text, state, frame, ASIDE);
  }
  readRemotes(walker, job, rest, state, frame);
  return verb === "bisect" || verb === "submodule" ? carryByTable(walker, job, state, frame) : undefined;
};
