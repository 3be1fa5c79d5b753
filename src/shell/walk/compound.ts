// Walks compound commands: groups, branches and definitions.
import type {
  Case,
  CommandNode,
  CompoundList,
  Coproc,
  Function as FunctionNode,
  If,
  Redirected,
} from "unbash";
import type { Expansion } from "../expand/context.ts";
import { forget, walkNested } from "../expand/context.ts";
import { isSimplePattern, matchesPattern } from "../expand/patterns.ts";
import { expandWord } from "../expand/words.ts";
import { after, joinAll } from "../join.ts";
import type { Frame, Outcome, State, Walker } from "../model.ts";
import { setFunction } from "../state.ts";
import { closeSubshell, subshellFrame, unchanged } from "./frames.ts";
import { walkArithmeticFor, walkFor, walkSelect, walkWhile } from "./loops.ts";
import { redirect } from "./redirections.ts";

function walkIf(walker: Walker, node: If, state: State, frame: Frame): Outcome {
  const ends: Outcome[] = [];
  let current: State = state;
  for (const branch of [node, ...node.elif]) {
    const clause = walker.script(branch.clause, current, { ...frame, depth: frame.depth + 1, tested: true });
    const body = walker.script(branch.then, clause.yes ?? current, { ...frame, depth: frame.depth + 1 });
    if (clause.yes !== null) ends.push(body);
    if (clause.no === null && clause.yes === null) return { yes: null, no: null };
    current = clause.no ?? current;
  }
  if (node.else === undefined) ends.push({ yes: current, no: null });
  else ends.push(walker.script(node.else, current, { ...frame, depth: frame.depth + 1 }));
  return { yes: joinAll(ends.map((end) => end.yes)), no: joinAll(ends.map((end) => end.no)) };
}

/** The branch that a known value takes, the number of branches for none; undefined where that is not known. */
function chosenBranch(node: Case, value: string | undefined): number | undefined {
  if (value === undefined || value.length > 512) return undefined;
  for (const [index, item] of node.items.entries()) {
    if (item.terminator === ";&" || item.terminator === ";;&") return undefined;
    for (const { text } of item.pattern) {
      if (!isSimplePattern(text)) return undefined;
      if (matchesPattern(text, value)) return index;
    }
  }
  return node.items.length;
}

function walkCase(walker: Walker, node: Case, state: State, frame: Frame): Outcome {
  const x: Expansion = { walker, frame, state };
  const fields = expandWord(x, node.word);
  const chosen = fields.length === 1 ? chosenBranch(node, fields[0]?.word.text) : undefined;
  const ends: Outcome[] = [];
  let falls: State | null = null;
  let complete = false;
  for (const item of node.items) {
    for (const pattern of item.pattern) {
      walkNested(x, pattern);
      if (pattern.text === "*") complete = true;
    }
    const entry: State = joinAll([x.state, falls]) ?? x.state;
    const body = walker.script(item.body, entry, { ...frame, depth: frame.depth + 1 });
    falls = item.terminator === ";&" || item.terminator === ";;&" ? after(body) : null;
    ends.push(body);
  }
  // Every branch is read, but only the one that is taken leaves a trace.
  if (chosen !== undefined) {
    const end = ends[chosen] ?? { yes: x.state, no: null };
    return { yes: end.yes, no: end.no };
  }
  if (!complete) ends.push({ yes: x.state, no: null });
  return { yes: joinAll(ends.map((end) => end.yes)), no: joinAll(ends.map((end) => end.no)) };
}

function walkRedirected(walker: Walker, node: Redirected, state: State, frame: Frame): Outcome {
  const x: Expansion = { walker, frame, state };
  const { redirections, input } = redirect(x, node.redirects);
  const inner: Frame = {
    ...frame,
    redirections: [...frame.redirections, ...redirections],
    input: input ?? frame.input,
    pipedFrom: input === undefined ? frame.pipedFrom : undefined,
  };
  const outcome = walker.node(node.command, x.state, inner);
  const writes = redirections.some((redirection) => redirection.operator.includes(">"));
  return writes ? { yes: outcome.yes, no: outcome.no } : outcome;
}

function walkFunction(walker: Walker, node: FunctionNode, state: State, frame: Frame): Outcome {
  if (node.name.parts !== undefined) {
    walker.output.problem(
      frame.source,
      node.name.pos,
      node.name.end,
      "the name of this function is not plain text",
    );
    return unchanged(state);
  }
  const body = { node: node.body, source: frame.source };
  return { yes: setFunction(state, node.name.value, { bodies: [body], sure: true }), no: null };
}

function walkGroup(walker: Walker, body: CompoundList, state: State, frame: Frame): Outcome {
  return walker.script(body, state, { ...frame, depth: frame.depth + 1 });
}

function walkCoproc(walker: Walker, node: Coproc, state: State, frame: Frame): Outcome {
  const inner: Frame = { ...subshellFrame(frame), input: undefined, pipedFrom: undefined };
  if (node.body.type === "CompoundList") walker.script(node.body, state, inner);
  else walker.node(node.body, state, inner);
  const x: Expansion = { walker, frame, state };
  forget(x, node.name?.text ?? "COPROC");
  return { yes: x.state, no: null };
}

/** Walks one compound command. */
export function walkCompound(
  walker: Walker,
  node: Exclude<CommandNode, { type: "Command" }>,
  state: State,
  frame: Frame,
): Outcome {
  switch (node.type) {
    case "Subshell": {
      const inner = subshellFrame(frame);
      return closeSubshell(state, walker.script(node.body, state, inner), inner.exits);
    }
    case "BraceGroup":
      return walkGroup(walker, node.body, state, frame);
    case "If":
      return walkIf(walker, node, state, frame);
    case "Case":
      return walkCase(walker, node, state, frame);
    case "For":
      return walkFor(walker, node, state, frame);
    case "Select":
      return walkSelect(walker, node, state, frame);
    case "While":
      return walkWhile(walker, node, state, frame);
    case "ArithmeticFor":
      return walkArithmeticFor(walker, node, state, frame);
    case "Redirected":
      return walkRedirected(walker, node, state, frame);
    case "Function":
      return walkFunction(walker, node, state, frame);
    case "Coproc":
      return walkCoproc(walker, node, state, frame);
    case "TestCommand":
    case "ArithmeticCommand": {
      const x: Expansion = { walker, frame, state };
      walkNested(x, node);
      return unchanged(x.state);
    }
  }
}
