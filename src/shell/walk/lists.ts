// Walks lists of statements, `&&` and `||`, and pipelines, in the order in which they run.
import type { AndOr, CommandNode, Pipeline, Statement } from "unbash";
import { joinOutputs, NOTHING } from "../expand/outputs.ts";
import { after, joinAll } from "../join.ts";
import { MAX_NESTING } from "../limits.ts";
import type { Frame, Input, Outcome, State, Walker } from "../model.ts";
import { forgetVariables, withFacts } from "../state.ts";
import type { Text } from "../text-model.ts";
import { closeSubshell, subshellFrame, unchanged } from "./frames.ts";

/** Walks statements one after the other. */
export function walkList(
  walker: Walker,
  list: { commands: readonly Statement[] },
  start: State,
  frame: Frame,
): Outcome {
  const first = list.commands[0];
  if (frame.depth > MAX_NESTING) {
    const end = list.commands.at(-1)?.end ?? 0;
    const message = `is nested more than ${MAX_NESTING} levels deep: what is inside is not read`;
    walker.output.problem(frame.source, first?.pos ?? 0, end, message);
    return unchanged(forgetVariables(start));
  }
  let state = start;
  let outcome: Outcome = { yes: start, no: null };
  let ended = false;
  const texts: (Text | undefined)[] = [];
  for (const statement of list.commands) {
    outcome = walkStatement(walker, statement, state, frame);
    const next = after(outcome);
    if (list.commands.length > 1) texts.push(writtenBy(statement, outcome));
    // What stands behind an `exit` is read all the same: a wrong belief about it must not hide a program.
    if (next === null) ended = true;
    else state = next;
  }
  if (ended) return { yes: null, no: null };
  return list.commands.length === 1
    ? outcome
    : { yes: outcome.yes, no: outcome.no, output: joinOutputs(texts) };
}

/** Programs that write nothing, or that only speak when something went wrong. */
const SILENT =
  /^(?::|true|false|cd|pushd|export|declare|local|readonly|typeset|unset|shopt|set|umask|mkdir|touch|sleep|rm|mv|cp|chmod)$/;

/** What a statement adds to the output of its list; undefined where that is not known. */
function writtenBy(statement: Statement, outcome: Outcome): Text | undefined {
  if (outcome.output !== undefined) return outcome.output;
  const { command } = statement;
  if (command.type === "Function") return NOTHING;
  if (command.type !== "Command") return undefined;
  return command.name === undefined || SILENT.test(command.name.text) ? NOTHING : undefined;
}

function walkStatement(walker: Walker, statement: Statement, state: State, frame: Frame): Outcome {
  if (statement.background !== true) return walkJoined(walker, statement.command, state, frame);
  const first = walker.output.count;
  walkJoined(walker, statement.command, state, { ...subshellFrame(frame), tested: true });
  walker.output.sideBySide(first);
  return { yes: state, no: null };
}

/** Walks a command, and ends the shell at a failure where `set -e` is in force. */
function walkJoined(walker: Walker, node: Statement["command"], state: State, frame: Frame): Outcome {
  if (node.type === "AndOr") return walkAndOr(walker, node, state, frame);
  const negated = node.type === "Pipeline" && node.prefixes.some((prefix) => prefix.type === "Negation");
  const outcome = walker.node(node, state, negated ? { ...frame, tested: true } : frame);
  if (frame.tested || negated || outcome.no === null || !outcome.no.errexit) return outcome;
  frame.exits.push({ state: outcome.no, yes: false, no: true });
  return { ...outcome, no: null };
}

function walkAndOr(walker: Walker, node: AndOr, state: State, frame: Frame): Outcome {
  let current: Outcome = { yes: state, no: state };
  for (const [index, command] of node.commands.entries()) {
    const operator = node.operators[index - 1];
    const last = index === node.commands.length - 1;
    const inner = last ? frame : { ...frame, tested: true };
    if (operator === undefined) current = walkJoined(walker, command, state, inner);
    else if (operator === "&&") {
      const next = walkJoined(walker, command, current.yes ?? state, inner);
      current = { yes: current.yes === null ? null : next.yes, no: joinAll([current.no, next.no]) };
    } else {
      const next = walkJoined(walker, command, current.no ?? state, inner);
      current = { yes: joinAll([current.yes, next.yes]), no: current.no === null ? null : next.no };
    }
  }
  return current;
}

/** Walks a pipeline: every part in a copy of the shell, each reading what the one before it writes. */
export function walkPipeline(walker: Walker, node: Pipeline, state: State, frame: Frame): Outcome {
  const negated = node.prefixes.filter((prefix) => prefix.type === "Negation").length % 2 === 1;
  const [only] = node.commands;
  let outcome: Outcome = { yes: state, no: state };
  if (node.commands.length === 1 && only !== undefined) outcome = walker.node(only, state, frame);
  else if (node.commands.length > 1) outcome = walkParts(walker, node.commands, state, frame);
  return negated ? { yes: outcome.no, no: outcome.yes } : outcome;
}

function walkParts(walker: Walker, parts: readonly CommandNode[], state: State, frame: Frame): Outcome {
  let input: Input | undefined = frame.input;
  let pipedFrom = frame.pipedFrom;
  let facts: readonly number[] = [];
  let output: Outcome["output"];
  const before = walker.output.count;
  for (const part of parts) {
    const first = walker.output.count;
    const inner = { ...subshellFrame(frame), input, pipedFrom };
    const own = walker.node(part, state, inner);
    const closed = closeSubshell(state, own, inner.exits);
    facts = state.pipefail ? [...facts, ...(closed.yes?.facts ?? [])] : (closed.yes?.facts ?? []);
    pipedFrom = own.index;
    walker.output.sideBySide(first);
    output = own.output;
    input = own.output === undefined ? { kind: "unknown" } : { kind: "text", text: own.output };
  }
  walker.output.ended(before, false);
  return { yes: withFacts(state, facts), no: state, output };
}
