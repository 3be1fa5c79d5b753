// Shells as programs: `bash -c …`, `bash FILE`, and a script on the standard input.
import { SHELL_VALUED, SHELLS } from "../carriers/shells.ts";
import type { Frame, State, Walker } from "../model.ts";
import { withFacts } from "../state.ts";
import type { Field, Text } from "../text-model.ts";
import { carryScript } from "./files.ts";
import { carryInput, substitutionText } from "./input.ts";
import { noteFile } from "./notes.ts";
import type { Conditions, Handler, Job } from "./shared.ts";
import { carryText, fieldText, rangeOf } from "./shared.ts";

interface ShellWords {
  readonly letters: string;
  readonly pipefail: boolean;
  readonly rest: readonly Field[];
}

/** Reads a shell's options; letters of all of them are put together. */
function readOptions(args: readonly Field[]): ShellWords {
  let letters = "";
  let pipefail = false;
  let at = 0;
  while (at < args.length) {
    const text = args[at]?.word.text;
    if (text === undefined || !/^[-+]./.test(text)) break;
    at += 1;
    if (text === "--") break;
    if (SHELL_VALUED.has(text)) {
      const value = args[at]?.word.text;
      if (value === "pipefail" && text === "-o") pipefail = true;
      if (value === "errexit" && text === "-o") letters += "e";
      if (value === "noexec" && text === "-o") letters += "n";
      at += 1;
    } else if (!text.startsWith("--")) {
      if (text.startsWith("-")) letters += text.slice(1).replace("o", "");
      // A bundled `o` takes the next word: `-euo pipefail`.
      if (text.includes("o")) {
        if (args[at]?.word.text === "pipefail") pipefail = true;
        at += 1;
      }
    }
  }
  if (args[at]?.word.text === "-") at += 1;
  return { letters, pipefail, rest: args.slice(at) };
}

function carryShell(walker: Walker, job: Job, state: State, frame: Frame): readonly number[] {
  const { letters, pipefail, rest } = readOptions(job.args);
  const dialect = SHELLS.get(job.name) ?? "bash";
  const conditions: Conditions = { dialect, errexit: letters.includes("e"), pipefail };
  if (letters.includes("n")) return [];
  const [first, ...others] = rest;
  if (letters.includes("c")) {
    if (first === undefined) return [];
    return carryText(walker, job, fieldText(first), state, frame, {
      ...conditions,
      positional: others.slice(1),
    });
  }
  if (first === undefined || letters.includes("s") || first.word.text === "/dev/stdin") {
    const positional = letters.includes("s") ? rest : others;
    return carryInput(walker, job, state, frame, { ...conditions, positional });
  }
  if (first.substitution !== undefined) {
    const text = substitutionText(walker, first, state, frame);
    if (text !== undefined)
      return carryText(walker, job, text, state, frame, { ...conditions, positional: others });
    walker.output.problemAt(first.word.range, "a program that can't be seen is run");
    return [];
  }
  return carryScript(walker, job, rest, "shell", state, frame, conditions);
}

/** The handler for shells. */
export const handleShell: Handler = (walker, job, state, frame) => ({
  yes: withFacts(state, carryShell(walker, job, state, frame)),
  no: state,
});

/** The handler for shells whose language is not read. */
export const handleForeignShell: Handler = (walker, job, state) => {
  const message = /^(?:pwsh|powershell)/.test(job.name)
    ? "PowerShell text is not read"
    : `${job.name} text is not read`;
  if (job.args.length > 0) walker.output.problemAt(rangeOf(job), message);
  return { yes: state, no: state };
};

/** The handler for programs that read a script for later from their input: `at`, `batch`. */
export const handleDeferred: Handler = (walker, job, state, frame) => {
  const file = job.args.findIndex((field) => field.word.text === "-f");
  const field = file < 0 ? undefined : job.args[file + 1];
  if (field !== undefined) noteFile(walker, field.word);
  else if (!job.args.some((each) => /^-[lrcd]/.test(each.word.text ?? ""))) {
    carryInput(walker, job, state, frame, { dialect: "sh" });
  }
  return { yes: state, no: state };
};

/** The handler for benchmark tools, of which every plain word is a script. */
export const handleScripts: Handler = (walker, job, state, frame) => {
  const texts: Text[] = [];
  for (const [index, field] of job.args.entries()) {
    const { text } = field.word;
    const previous = job.args[index - 1]?.word.text;
    const value =
      previous?.startsWith("-") === true && !/^--?(?:N|i|ignore-failure|show-output)$/.test(previous);
    const script = /^--?(?:s|p|c|setup|prepare|conclude|cleanup)$/.test(previous ?? "");
    if (text?.startsWith("-") === true || (value && !script)) continue;
    texts.push(fieldText(field));
  }
  for (const text of texts) carryText(walker, job, text, state, frame, { losesStatus: true });
  return { yes: state, no: state };
};
