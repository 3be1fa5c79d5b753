// Checks words, assignments and substitutions for shapes that the parser gets wrong.
import type {
  ArithmeticExpansionPart,
  Assignment,
  CommandExpansionPart,
  ProcessSubstitutionPart,
  Statement,
  SyntaxNode,
  Word,
} from "unbash";
import { forEachChild } from "unbash";
import { MAX_TREE_DEPTH } from "../limits.ts";
import { checkLiteral, endsInBackslash } from "./literals.ts";
import type { Report } from "./report.ts";
import { MISREAD } from "./report.ts";

/** Checks one word. */
export function checkWord(node: Word, source: string, report: Report): void {
  const last = node.parts?.at(-1);
  if (
    last?.type === "ProcessSubstitution" &&
    node.end < source.length &&
    !/[\s;&|<>()`]/.test(source[node.end] ?? "")
  ) {
    report(node.end, node.end + 1, `${MISREAD}text stands right behind a substitution`);
  }
  if (node.parts === undefined) checkLiteral(node.text, node.pos, false, report);
  if (node.end === source.length && endsInBackslash(node.text)) {
    report(node.pos, node.end, `${MISREAD}a backslash stands at the end`);
  }
}

/** Checks one assignment. */
export function checkAssignment(node: Assignment, report: Report): void {
  const index = node.index?.text ?? "";
  if (/[\s;&|<>]/.test(index.replace(/\$\([^()]*\)/g, ""))) {
    report(node.pos, node.end, `${MISREAD}a blank or operator stands in a subscript`);
  }
  if (index.split("(").length !== index.split(")").length) {
    report(node.pos, node.end, `${MISREAD}a parenthesis stands open in a subscript`);
  }
  if (node.value.type === "Word" && node.value.text.startsWith("(")) {
    report(node.pos, node.end, `${MISREAD}a list of values is not closed`);
  }
}

/** True when a `;` follows a here-document on its line: bash loses it inside a substitution. */
function losesSemicolon(script: SyntaxNode, source: string): boolean {
  let document = -1;
  let lost = false;
  const visit = (node: SyntaxNode, depth: number): void => {
    if (depth > MAX_TREE_DEPTH) return;
    if (node.type === "HereDoc" && document < 0) document = node.pos;
    const lists: readonly Statement[] =
      node.type === "Script" || node.type === "CompoundList" ? node.commands : [];
    if (lists.length === 0) {
      forEachChild(node, (child) => visit(child, depth + 1));
      return;
    }
    for (const [index, statement] of lists.entries()) {
      const before = lists[index - 1];
      if (before !== undefined && document >= 0 && statement.pos > document) {
        if (source.slice(before.end, statement.pos).includes(";")) lost = true;
      }
      visit(statement, depth + 1);
    }
  };
  visit(script, 0);
  return lost;
}

function hasCoproc(node: SyntaxNode, depth: number): boolean {
  if (node.type === "Coproc") return node.body.type === "Command";
  let found = false;
  if (depth < MAX_TREE_DEPTH) {
    forEachChild(node, (child) => {
      found = found || hasCoproc(child, depth + 1);
    });
  }
  return found;
}

/** True where a line goes on inside single quotes. */
function continuesInQuotes(text: string): boolean {
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    if (char === "\\") {
      if (quote === "'" && text[at + 1] === "\n") return true;
      if (quote !== "'") at += 1;
    } else if (quote === "" && (char === "'" || char === '"')) quote = char;
    else if (char === quote) quote = "";
  }
  return false;
}

/** Checks one substitution. */
export function checkSubstitution(
  node: CommandExpansionPart | ProcessSubstitutionPart,
  source: string,
  report: Report,
): void {
  const { script, text } = node;
  if (script === undefined) {
    report(node.pos, node.end, "cannot be parsed: a substitution");
    return;
  }
  if (text.startsWith("`")) {
    if (text.includes("\\\n") && continuesInQuotes(text))
      report(node.pos, node.end, `${MISREAD}a line goes on inside backticks`);
    return;
  }
  if (text.includes("<<") && text.includes(";") && losesSemicolon(script, source)) {
    report(node.pos, node.end, `${MISREAD}a semicolon stands behind a here-document`);
  }
  if (text.includes("coproc") && hasCoproc(script, 0)) {
    report(node.pos, node.end, `${MISREAD}a coproc stands inside a substitution`);
  }
}

/** Checks arithmetic: bash looks for its end before it reads what is inside. */
export function checkArithmetic(node: ArithmeticExpansionPart, report: Report): void {
  if (/\bcase\b/.test(node.text)) report(node.pos, node.end, `${MISREAD}a case stands inside arithmetic`);
}
