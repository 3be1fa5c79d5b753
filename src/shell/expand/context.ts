// What the expansion of words needs beside the word: the walker for substitutions, and the state that it may change.
import type { CommandExpansionPart, ProcessSubstitutionPart, SyntaxNode } from "unbash";
import { forEachChild } from "unbash";
import type { Frame, State, Walker } from "../model.ts";
import { derivedSource } from "../source.ts";
import { setVariable } from "../state.ts";
import type { Text } from "../text-model.ts";

/** The expansion of one command's words. `state` is replaced where an expansion assigns. */
export interface Expansion {
  readonly walker: Walker;
  readonly frame: Frame;
  state: State;
}

/** Walks the script of a substitution in a copy of the shell. */
export function substitute(
  x: Expansion,
  part: CommandExpansionPart | ProcessSubstitutionPart,
): Text | undefined {
  const { script } = part;
  if (script === undefined) {
    x.walker.output.problem(
      x.frame.source,
      part.pos,
      part.end,
      "cannot be read: a substitution that is not parsed",
    );
    return undefined;
  }
  const ticks = part.text.startsWith("`");
  const { source } = x.frame;
  const own =
    script.source === undefined ? source : derivedSource(script.source, source, part.pos, part.end, "other");
  const frame: Frame = {
    ...x.frame,
    source: own,
    depth: x.frame.depth + 1,
    quoting: ticks && own === source ? "other" : x.frame.quoting,
    tested: false,
    redirections: [],
    breaks: undefined,
    returns: undefined,
    exits: [],
  };
  return x.walker.script(script, { ...x.state, errexit: false }, frame).output;
}

/** Makes a variable unknown. */
export function forget(x: Expansion, name: string): void {
  if (!/^[A-Za-z_]\w*$/.test(name)) return;
  x.walker.output.assigned(name);
  x.state = setVariable(x.state, name, undefined);
}

/** The variable at the start of an arithmetic operand: `x` of `x[1]`. */
function operandName(text: string): string {
  return /^[A-Za-z_]\w*/.exec(text)?.[0] ?? "";
}

/** Walks all substitutions and assignments inside a node whose value is not worked out. */
export function walkNested(x: Expansion, node: SyntaxNode): void {
  switch (node.type) {
    case "CommandExpansion":
    case "ProcessSubstitution":
      substitute(x, node);
      return;
    case "ArithmeticCommandExpansion":
      if (node.script !== undefined)
        substitute(x, { ...node, type: "CommandExpansion", script: node.script });
      return;
    case "ArithmeticBinary":
      if (/^(?:[-+*/%&|^]|<<|>>)?=$/.test(node.operator) && node.left.type === "ArithmeticWord") {
        forget(x, operandName(node.left.value));
      }
      break;
    case "ArithmeticUnary":
      if ((node.operator === "++" || node.operator === "--") && node.operand.type === "ArithmeticWord") {
        forget(x, operandName(node.operand.value));
      }
      break;
    case "ParameterExpansion":
      if (node.operation?.type === "Default" && node.operation.operator.endsWith("="))
        forget(x, node.parameter);
      break;
    default:
      break;
  }
  forEachChild(node, (child) => walkNested(x, child));
}
