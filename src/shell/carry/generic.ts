// Runs what a carrier carries, as its table tells.

import { LEAVES_BEHIND, MANY_HOSTS, PLACES, SILENCES, STARTS_SHELL } from "../carriers/status.ts";
import { carrierTable, packageNames } from "../carriers.ts";
import { joinText } from "../expand/text.ts";
import type { Frame, Outcome, State, Walker } from "../model.ts";
import type { Directory } from "../place.ts";
import { pathFrom } from "../place.ts";
import { sliceText } from "../source.ts";
import { withFacts } from "../state.ts";
import type { Text } from "../text-model.ts";
import { HOLE } from "../text-model.ts";
import type { Carrier } from "../types.ts";
import { assignmentsOf } from "./assigned.ts";
import { carryScript } from "./files.ts";
import { carryInput } from "./input.ts";
import { readCarrier } from "./options.ts";
import type { Conditions, Handler, Job } from "./shared.ts";
import { carryCommand, carryText, fieldText } from "./shared.ts";
import { splitWords } from "./split.ts";
import type { CarrierReading } from "./steps.ts";
import { optionValues, valueText } from "./values.ts";

/** Commands that ssh runs on either side because an option says so. */
function optionScripts(reading: CarrierReading): readonly { text: Text; there: boolean }[] {
  const result: { text: Text; there: boolean }[] = [];
  for (const value of reading.values) {
    const text = valueText(value);
    const match = /^\s*(ProxyCommand|LocalCommand|KnownHostsCommand|RemoteCommand)(?:\s*=\s*|\s+)/i.exec(
      text.value,
    );
    if (match === null || /^none$/i.test(text.value.slice(match[0].length))) continue;
    result.push({
      text: sliceText(text, match[0].length, text.value.length),
      there: /^remote/i.test(match[1] ?? ""),
    });
  }
  return result;
}

/** The directory that an option of the carrier names; null where a login shell goes to one of its own. */
function directoryOf(job: Job, reading: CarrierReading, state: State): Directory {
  const own = job.args.slice(0, reading.start);
  const value = optionValues(own, PLACES.get(job.name) ?? []).at(-1);
  if (value !== undefined) {
    const { value: path } = valueText(value);
    return path.includes(HOLE) ? null : pathFrom(state.place.cwd, path);
  }
  const login = ["-i", "--login", "-l", "-"].some((option) => reading.options.has(option));
  return login && /^(?:sudo|su|doas)$/.test(job.name) ? null : undefined;
}

function readsInput(job: Job, reading: CarrierReading): boolean {
  const shell = ["-i", "-s", "--login", "--shell"].some((option) => reading.options.has(option));
  return STARTS_SHELL.has(job.name) || (shell && (job.name === "sudo" || job.name === "doas"));
}

function carryReading(
  walker: Walker,
  job: Job,
  carrier: Carrier,
  reading: CarrierReading,
  state: State,
  frame: Frame,
): readonly number[] {
  if (SILENCES.get(job.name)?.some((option) => reading.options.has(option))) return [];
  const detached =
    carrier.name.includes(" ") && (reading.options.has("-d") || reading.options.has("--detach"));
  const leaves = LEAVES_BEHIND.get(job.name)?.some((option) => reading.options.has(option)) === true;
  const conditions: Conditions = {
    host: MANY_HOSTS.has(job.name) ? null : reading.host,
    certain: reading.certain,
    env: assignmentsOf(reading.assignments),
    losesStatus: detached || leaves || carrier.name.startsWith("git bisect"),
    package: packageNames().has(carrier.name),
    cwd: directoryOf(job, reading, state),
  };
  for (const { text, there } of optionScripts(reading)) {
    carryText(walker, job, text, state, frame, there ? conditions : { input: null });
  }
  if (reading.split !== undefined) {
    const { split } = reading;
    const before = job.args.slice(0, split.at);
    const words = [
      ...before,
      ...splitWords(walker, valueText(split), state, frame),
      ...job.args.slice(split.next),
    ];
    return carryDeclared(walker, { ...job, args: words }, [carrier], state, frame).facts;
  }
  const rest = job.args.slice(reading.start);
  const [first, ...others] = rest;
  if (reading.scripts.length > 0) {
    const [, ...positional] = rest;
    return reading.scripts.flatMap((script) =>
      carryText(walker, job, valueText(script), state, frame, { ...conditions, positional }),
    );
  }
  if (first === undefined)
    return readsInput(job, reading) ? carryInput(walker, job, state, frame, conditions) : [];
  switch (carrier.carries) {
    case "command": {
      // `docker run --entrypoint sh IMAGE -c …`: the words after the image are those of the entry point.
      const entry = optionValues(job.args.slice(0, reading.start), ["--entrypoint"]).at(-1);
      const words =
        entry === undefined ? rest : [...splitWords(walker, valueText(entry), state, frame), ...rest];
      return carryCommand(walker, job, words, state, frame, conditions);
    }
    case "script":
      return carryText(walker, job, fieldText(first), state, frame, { ...conditions, positional: others });
    case "joined-script":
      return carryText(walker, job, joinText(rest), state, frame, conditions);
    case "file":
      return carryScript(walker, job, rest, "other", state, frame, conditions);
  }
}

/** Runs what any of the carriers of one program carries. */
export function carryDeclared(
  walker: Walker,
  job: Job,
  carriers: readonly Carrier[],
  state: State,
  frame: Frame,
): Outcome & { readonly facts: readonly number[] } {
  const facts: number[] = [];
  let count = 0;
  for (const carrier of carriers) {
    for (const reading of readCarrier(carrier, job.args)) {
      count += 1;
      facts.push(...carryReading(walker, job, carrier, reading, state, frame));
    }
  }
  const sure = count === 1 ? facts : [];
  return { yes: withFacts(state, sure), no: state, facts: sure };
}

/** The handler for a program of the built-in table. */
export const carryByTable: Handler = (walker, job, state, frame) =>
  carryDeclared(walker, job, carrierTable().get(job.name) ?? [], state, frame);
