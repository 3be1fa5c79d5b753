// Walks loops: word by word over known words, otherwise once with everything unknown that the body may change.
import type { ArithmeticFor, For, Select, While } from "unbash";
import type { Expansion } from "../expand/context.ts";
import { forget, walkNested } from "../expand/context.ts";
import { expandWords } from "../expand/words.ts";
import { after, joinAll } from "../join.ts";
import { MAX_ITEMS } from "../limits.ts";
import type { Exit, Frame, Outcome, State, Walker } from "../model.ts";
import { EVERY_NAME, forgetNames, forgetVariables, setVariable } from "../state.ts";
import type { Field } from "../text-model.ts";

type Body = (state: State, frame: Frame) => Outcome;

function loopFrame(frame: Frame): Frame & { readonly breaks: Exit[] } {
  return { ...frame, depth: frame.depth + 1, breaks: [] };
}

/** Walks a body that may run any number of times. */
function walkUnknown(walker: Walker, state: State, frame: Frame, body: Body): Outcome {
  const { output } = walker;
  // A rehearsal finds the names that the body assigns: at its start they may have the values of an earlier round.
  const rehearsal = { ...loopFrame(frame), exits: [], returns: frame.returns === undefined ? undefined : [] };
  const names = output.watch(true, () => {
    body(state, rehearsal);
  });
  let entry = forgetNames(state, names);
  if (output.silent) return { yes: entry, no: entry };
  let ends: (State | null)[] = [];
  const walk = (): ReadonlySet<string> =>
    output.watch(false, () => {
      const inner = loopFrame(frame);
      const outcome = body(entry, inner);
      ends.push(outcome.yes, outcome.no, ...inner.breaks.map((exit) => exit.state));
    });
  const found = walk();
  if (![...found].every((name) => names.has(name) || names.has(EVERY_NAME))) {
    entry = forgetVariables(entry);
    ends = [];
    walk();
  }
  const result = joinAll([entry, ...ends]) ?? entry;
  return { yes: result, no: result };
}

/** Walks a body once for every known word. */
function walkItems(
  items: readonly Field[],
  state: State,
  frame: Frame,
  round: (item: string, state: State, frame: Frame) => Outcome,
): Outcome {
  const inner = { ...loopFrame(frame), once: frame.once && items.length === 1 };
  let current = state;
  let outcome: Outcome = { yes: state, no: null };
  for (const item of items) {
    outcome = round(item.word.text ?? "", current, inner);
    const next = joinAll([after(outcome), ...inner.breaks.map((exit) => exit.state)]);
    if (next === null) return { yes: null, no: null };
    current = next;
  }
  const left = inner.breaks.map((exit) => exit.state);
  return { yes: joinAll([outcome.yes, ...left]), no: joinAll([outcome.no, ...left]) };
}

/** Walks `for x in …`. */
export function walkFor(walker: Walker, node: For, state: State, frame: Frame): Outcome {
  const x: Expansion = { walker, frame, state };
  const items = node.wordlist === undefined ? state.positional : expandWords(x, node.wordlist);
  const name = node.name.value;
  const known = items?.every(({ word }) => word.text !== undefined) === true && items.length <= MAX_ITEMS;
  if (known && items !== undefined) {
    return walkItems(items, x.state, frame, (item, before, inner) => {
      walker.output.assigned(name);
      return walker.script(node.body, setVariable(before, name, [item]), inner);
    });
  }
  forget(x, name);
  return walkUnknown(walker, x.state, frame, (before, inner) => walker.script(node.body, before, inner));
}

/** Walks `select x in …`. */
export function walkSelect(walker: Walker, node: Select, state: State, frame: Frame): Outcome {
  const x: Expansion = { walker, frame, state };
  expandWords(x, node.wordlist ?? []);
  forget(x, node.name.value);
  forget(x, "REPLY");
  return walkUnknown(walker, x.state, frame, (before, inner) => walker.script(node.body, before, inner));
}

/** Walks `while …` and `until …`. */
export function walkWhile(walker: Walker, node: While, state: State, frame: Frame): Outcome {
  return walkUnknown(walker, state, frame, (before, inner) => {
    const clause = walker.script(node.clause, before, { ...inner, tested: true });
    const entry = node.kind === "while" ? clause.yes : clause.no;
    const leave = node.kind === "while" ? clause.no : clause.yes;
    const body = walker.script(node.body, entry ?? before, inner);
    return { yes: joinAll([body.yes, leave]), no: body.no };
  });
}

/** Walks `for ((…; …; …))`. */
export function walkArithmeticFor(walker: Walker, node: ArithmeticFor, state: State, frame: Frame): Outcome {
  const x: Expansion = { walker, frame, state };
  if (node.initialize !== undefined) walkNested(x, node.initialize);
  return walkUnknown(walker, x.state, frame, (before, inner) => {
    const test: Expansion = { walker, frame: inner, state: before };
    if (node.test !== undefined) walkNested(test, node.test);
    const body = walker.script(node.body, test.state, inner);
    const update: Expansion = { walker, frame: inner, state: after(body) ?? test.state };
    if (node.update !== undefined) walkNested(update, node.update);
    return { yes: update.state, no: body.no };
  });
}
