// Reads a shell text with the parser: every program that it would run, and every place that could not be read.

import { dialectOf } from "./dialect.ts";
import { hiddenProblems } from "./guard/hidden.ts";
import type { Frame, Outcome, Walker } from "./model.ts";
import { Output } from "./output.ts";
import { rootSource } from "./source.ts";
import { UNKNOWN_STATE } from "./state.ts";
import type { Source } from "./text-model.ts";
import type { Carrier, Invocation, Reading, ReadOptions } from "./types.ts";
import { markPlaceholders } from "./unfilled.ts";
import { walkCommand } from "./walk/command.ts";
import { walkCompound } from "./walk/compound.ts";
import { walkList, walkPipeline } from "./walk/lists.ts";
import { report, runCall } from "./walk/run.ts";
import { walkSource, walkText } from "./walk/text.ts";

function rootFrame(source: Source): Frame {
  return {
    source,
    depth: 0,
    carriers: [],
    host: undefined,
    certain: true,
    once: true,
    quoting: "none",
    tested: false,
    input: undefined,
    pipedFrom: undefined,
    redirections: [],
    breaks: undefined,
    returns: undefined,
    exits: [],
    locals: undefined,
    open: [],
    inFile: false,
  };
}

function makeWalker(
  output: Output,
  options: ReadOptions,
  declared: ReadonlyMap<string, readonly Carrier[]>,
): Walker {
  const walker: Walker = {
    options,
    output,
    declared: (name) => declared.get(name),
    script: (script, state, frame) => walkList(walker, script, state, frame),
    text: (text, state, frame) => walkText(walker, text, state, frame),
    run: (call, state, frame) => runCall(walker, call, state, frame),
    report: (call, name, state, frame) => report(walker, call, name, state, frame),
    node: (node, state, frame) => {
      if (node.type === "Command") return walkCommand(walker, node, state, frame);
      if (node.type === "Pipeline") return walkPipeline(walker, node, state, frame);
      if (node.type === "AndOr") return { yes: state, no: state };
      return walkCompound(walker, node, state, frame);
    },
  };
  return walker;
}

/** What has succeeded at each of the ends at which a text may have succeeded: its last command, and every `exit`. */
function provenBy({ yes }: Outcome, { exits }: Frame, invocations: readonly Invocation[]): readonly number[] {
  const isTrapped = invocations.some((i) => i.carriers.includes("trap"));
  if (exits.length === 0 && !isTrapped) return yes?.facts ?? [];
  const ends = [...(yes === null ? [] : [yes]), ...exits.flatMap((e) => (e.yes ? [e.state] : []))];
  // A function that was not there yet when the trap was set may end the shell.
  const trapped = invocations.filter((i) => i.carriers.includes("trap")).map((i) => i.name ?? "");
  if (trapped.some((name) => ends.some((end) => end.functions.has(name)))) return [];
  const [first, ...rest] = ends.map((end) => end.facts);
  return (first ?? []).filter((fact) => rest.every((facts) => facts.includes(fact)));
}

/** Reads a text with the parser, also where the fast path would do. */
export function readParsed(
  text: string,
  options: ReadOptions,
  declared: ReadonlyMap<string, readonly Carrier[]>,
): Reading {
  const output = new Output(text.length);
  for (const { range, message } of hiddenProblems(text)) output.problemAt(range, message);
  const walker = makeWalker(output, options, declared);
  const marked = options.placeholders === undefined ? text : markPlaceholders(text, options.placeholders);
  const source = rootSource(marked, dialectOf(options.shell));
  let proven: readonly number[] = [];
  try {
    const frame = rootFrame(source);
    const outcome = walkSource(walker, source, UNKNOWN_STATE, frame);
    proven = provenBy(outcome, frame, output.invocations);
  } catch (error) {
    // Only a full stack gets here. What was found so far stands, and the problem says that it is not all.
    if (!(error instanceof RangeError)) throw error;
    output.problemAt({ start: 0, end: text.length }, "is nested too deep: it is not read to its end");
  }
  return output.reading(proven);
}
