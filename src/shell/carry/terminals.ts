// Terminal multiplexers: scripts for their windows, and keys that are typed into them.

import { command } from "../carriers/entry.ts";
import { joinText } from "../expand/text.ts";
import type { Frame, State, Walker } from "../model.ts";
import type { Field, Text } from "../text-model.ts";
import type { Carrier } from "../types.ts";
import { readCarrier } from "./options.ts";
import type { Handler, Job } from "./shared.ts";
import { carryCommand, carryText, fieldText } from "./shared.ts";

const TMUX_GLOBAL = "-c -f -L -S -T";
const TMUX_STARTS =
  /^(?:new-session|new|new-window|neww|split-window|splitw|respawn-window|respawnw|respawn-pane|respawnp|display-popup|popup|run-shell|run|if-shell|if|pipe-pane|pipep)$/;
const TMUX_KEYS = /^(?:send-keys|send)$/;

const WINDOW: Carrier = command(
  "window",
  "-A -b -d -D -E -P -X -a -k -S -h -v -f -I -Z -B -C -o -O",
  "-c -e -F -n -s -t -x -y -l -p -w -T",
);
const KEYS: Carrier = command("keys", "-F -H -K -l -M -R -X", "-c -N -t");

/** Keys that are typed: words are text, some names are keys, and `Enter` ends a line. */
function typedText(words: readonly Field[]): Text {
  const kept = words.filter((field) => !/^(?:Enter|C-m|KPEnter|C-[a-z]|Space)$/.test(field.word.text ?? ""));
  return joinText(kept);
}

function carryWindow(walker: Walker, job: Job, args: readonly Field[], state: State, frame: Frame): void {
  for (const reading of readCarrier(WINDOW, args)) {
    const words = args.slice(reading.start);
    const { certain } = reading;
    const only = words[0];
    // One word is a script; several are a program with its words.
    if (words.length === 1 && only !== undefined)
      carryText(walker, job, fieldText(only), state, frame, { certain, input: null });
    else carryCommand(walker, job, words, state, frame, { certain, input: null });
  }
}

/** Cuts words at a plain `;`, with which tmux divides its own commands. */
function divide(args: readonly Field[]): readonly (readonly Field[])[] {
  const parts: Field[][] = [[]];
  for (const field of args) {
    if (field.word.text === ";") parts.push([]);
    else parts.at(-1)?.push(field);
  }
  return parts;
}

/** The handler for tmux. */
export const handleTmux: Handler = (walker, job, state, frame) => {
  const valued = new Set(TMUX_GLOBAL.split(" "));
  for (const part of divide(job.args)) {
    let at = 0;
    while (at < part.length && part[at]?.word.text?.startsWith("-") === true) {
      at += valued.has(part[at]?.word.text ?? "") ? 2 : 1;
    }
    const verb = part[at]?.word.text ?? "";
    const rest = part.slice(at + 1);
    if (TMUX_STARTS.test(verb)) carryWindow(walker, job, rest, state, frame);
    else if (TMUX_KEYS.test(verb)) {
      for (const reading of readCarrier(KEYS, rest)) {
        const words = rest.slice(reading.start);
        if (words.length === 0) continue;
        carryText(walker, job, typedText(words), state, frame, { certain: false, input: null });
      }
    }
  }
  return undefined;
};

const SCREEN: Carrier = command(
  "screen",
  "-a -A -d -D -dm -Dm -dmS -f -fn -i -l -ln -L -m -O -q -r -R -U -v -w -x",
  "-c -e -h -p -s -S -t -T -Logfile",
);

/** The handler for screen: a program with its words, or keys that are typed. */
export const handleScreen: Handler = (walker, job, state, frame) => {
  const typed = job.args.findIndex((field) => /^(?:stuff|exec|screen)$/.test(field.word.text ?? ""));
  if (job.args.some((field) => field.word.text === "-X")) {
    const words = typed < 0 ? [] : job.args.slice(typed + 1);
    const only = words[0];
    if (job.args[typed]?.word.text === "stuff" && only !== undefined) {
      carryText(walker, job, fieldText(only), state, frame, { certain: false, input: null });
    } else carryCommand(walker, job, words, state, frame, { certain: false, input: null });
    return undefined;
  }
  // `-dmS NAME PROGRAM`: the name follows although the letters are bundled.
  const named = job.args.findIndex((field) => /^-[dDm]+S$/.test(field.word.text ?? ""));
  if (named >= 0) {
    carryCommand(walker, job, job.args.slice(named + 2), state, frame, { input: null });
    return undefined;
  }
  for (const reading of readCarrier(SCREEN, job.args)) {
    const words = job.args.slice(reading.start);
    carryCommand(walker, job, words, state, frame, { certain: reading.certain, input: null });
  }
  return undefined;
};
