// Calls functions and aliases that the text itself defines.
import type { Command } from "unbash";
import { joinAll } from "../join.ts";
import { MAX_RECURSION } from "../limits.ts";
import type { Call, Exit, Frame, Outcome, State, Walker } from "../model.ts";
import { forgetVariables, setVariable } from "../state.ts";
import type { Segment, Text } from "../text-model.ts";

/** Gives names that were local to a function the values back that they had outside. */
function leaveLocals(state: State | null, outside: State, locals: ReadonlySet<string>): State | null {
  if (state === null) return null;
  let result: State = { ...state, positional: outside.positional };
  for (const name of locals) result = setVariable(result, name, outside.variables.get(name));
  return result;
}

/** Walks the body of a function that is called; undefined when the first word names none. */
export function callFunction(walker: Walker, call: Call, state: State, frame: Frame): Outcome | undefined {
  const name = call.fields[0]?.word.text;
  const set = name === undefined ? undefined : state.functions.get(name);
  if (name === undefined || set === undefined) return undefined;
  const key = `function ${name}`;
  if (frame.open.filter((open) => open === key).length >= MAX_RECURSION) {
    return { yes: forgetVariables(state), no: forgetVariables(state) };
  }
  const certain = frame.certain && set.sure && set.bodies.length === 1;
  const outcomes = set.bodies.map((body): Outcome => {
    const returns: Exit[] = [];
    const locals = new Set<string>();
    const inner: Frame = {
      ...frame,
      source: body.source,
      depth: frame.depth + 1,
      certain,
      once: false,
      redirections: [...frame.redirections, ...call.redirections],
      breaks: undefined,
      returns,
      locals,
      open: [...frame.open, key],
    };
    let entry: State = { ...state, positional: call.fields.slice(1) };
    for (const { name: variable, value } of call.env) {
      walker.output.assigned(variable);
      entry = setVariable(entry, variable, value.text === undefined ? undefined : [value.text]);
      locals.add(variable);
    }
    const outcome =
      body.node.type === "CompoundList"
        ? walker.script(body.node, entry, inner)
        : walker.node(body.node, entry, inner);
    const yes = joinAll([outcome.yes, ...returns.map((exit) => (exit.yes ? exit.state : null))]);
    const no = joinAll([outcome.no, ...returns.map((exit) => (exit.no ? exit.state : null))]);
    return { yes: leaveLocals(yes, state, locals), no: leaveLocals(no, state, locals), output: undefined };
  });
  if (!set.sure) outcomes.push(walker.run(call, state, { ...frame, certain: false }));
  return { yes: joinAll(outcomes.map((each) => each.yes)), no: joinAll(outcomes.map((each) => each.no)) };
}

/** The text that the shell reads in place of an alias: its value, then the rest of the command. */
function aliasText(alias: Text, node: Command, frame: Frame): Text {
  const { source } = frame;
  const name = node.name ?? node;
  const rest = source.text.slice(name.end, node.end);
  const value = alias.value;
  const segments: Segment[] = [
    { start: 0, end: value.length, from: name.pos, to: name.end, linear: false, quote: "other" },
    {
      start: value.length,
      end: value.length + rest.length,
      from: name.end,
      to: node.end,
      linear: true,
      quote: "none",
    },
  ];
  return { value: value + rest, source, segments };
}

/** Walks what an alias may stand for. Whether the shell replaces it depends on settings and lines. */
export function callAlias(walker: Walker, node: Command, state: State, frame: Frame): void {
  const name = node.name?.text ?? "";
  const key = `alias ${name}`;
  if (frame.open.includes(key)) return;
  if (node.redirects.some((redirection) => redirection.type === "HereDoc")) {
    walker.output.problem(frame.source, node.pos, node.end, "an alias with a here-document is not read");
    return;
  }
  for (const alias of state.aliases.get(name) ?? []) {
    const inner: Frame = {
      ...frame,
      depth: frame.depth + 1,
      certain: false,
      once: false,
      breaks: [],
      returns: [],
      exits: [],
      open: [...frame.open, key],
    };
    walker.text(aliasText(alias, node, frame), state, inner);
    if (inner.exits.some((exit) => exit.yes)) frame.exits.push({ state, yes: true, no: false });
  }
}
