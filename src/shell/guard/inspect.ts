// Inspects a parsed text before it is walked: errors of the parser, and shapes that it gets wrong without saying so.
import type { ParsedScript, SyntaxNode } from "unbash";
import { forEachChild } from "unbash";
import { MAX_TREE_DEPTH } from "../limits.ts";
import type { Output } from "../output.ts";
import { derivedSource } from "../source.ts";
import type { Source } from "../text-model.ts";
import { checkCommand, checkRedirection } from "./commands.ts";
import { checkDialect } from "./dialect.ts";
import { checkLiteral } from "./literals.ts";
import type { Report } from "./report.ts";
import { MISREAD } from "./report.ts";
import { checkArithmetic, checkAssignment, checkSubstitution, checkWord } from "./words.ts";

/** Where the inspection is. */
interface Place {
  readonly source: Source;
  readonly report: Report;
  readonly quoted: boolean;
  /** True inside `(( … ) )`, where bash and the parser see here-documents differently. */
  readonly doubled: boolean;
  /** True inside `[[ … ]]`, where patterns are always on. */
  readonly test: boolean;
}

/** One inspection of one text. */
class Inspection {
  readonly #output: Output;
  readonly #patterns: boolean;
  deep = false;

  constructor(output: Output, text: string) {
    this.#output = output;
    this.#patterns = /\bextglob\b/.test(text);
  }

  reportOn(source: Source): Report {
    return (start, end, message) => this.#output.problem(source, start, end, message);
  }

  visit(node: SyntaxNode, place: Place, depth: number): void {
    if (depth > MAX_TREE_DEPTH) {
      this.deep = true;
      return;
    }
    const inner = this.#check(node, place);
    if (node.type === "Literal" || (node.type === "Word" && node.parts === undefined)) return;
    forEachChild(node, (child) => this.visit(child, inner, depth + 1));
  }

  /** Checks one node and answers the place of its children. */
  #check(node: SyntaxNode, place: Place): Place {
    const { source, report } = place;
    if (source.dialect !== "bash") checkDialect(node, source.dialect, report);
    switch (node.type) {
      case "Script":
        return this.#script(node, place);
      case "Command":
        checkCommand(node, source.text, report);
        return place;
      case "Statement":
        if (
          node.background === true &&
          node.command.type === "Pipeline" &&
          node.command.commands.length === 0
        ) {
          report(node.pos, node.end, "cannot be parsed: nothing stands before &");
        }
        return place;
      case "HereDoc":
        if (place.doubled) report(node.pos, node.end, `${MISREAD}a here-document stands inside ((`);
        checkRedirection(node, report);
        return place;
      case "Redirect":
      case "HereString":
        checkRedirection(node, report);
        return place;
      case "Subshell":
        return source.text.startsWith("((", node.pos) ? { ...place, doubled: true } : place;
      case "TestCommand":
        return { ...place, test: true };
      case "Word":
        checkWord(node, source.text, report);
        return place;
      case "Assignment":
        checkAssignment(node, report);
        return place;
      case "Literal":
        checkLiteral(node.text, node.pos, place.quoted, report);
        return place;
      case "AnsiCQuoted":
        if (node.text.includes("\\\n")) report(node.pos, node.end, `${MISREAD}a line goes on inside $'…'`);
        return place;
      case "ParameterExpansion":
        if (node.operation?.type === "Unknown") {
          report(node.pos, node.end, `${MISREAD}an operator of an expansion is not known`);
        }
        return place;
      case "ExtendedGlob":
        if (!this.#patterns && !place.test) {
          report(node.pos, node.end, `${MISREAD}a pattern that bash only reads after "shopt -s extglob"`);
        }
        return place;
      case "DoubleQuoted":
      case "LocaleString":
      case "HereDocBody":
        return { ...place, quoted: true };
      case "CommandExpansion":
        checkSubstitution(node, source.text, report);
        return this.#substitution(node.script, { ...place, quoted: false, test: false }, node.pos, node.end);
      case "ProcessSubstitution":
        checkSubstitution(node, source.text, report);
        return { ...place, quoted: false, test: false };
      case "ArithmeticExpansion":
        checkArithmetic(node, report);
        return { ...place, quoted: false };
      default:
        return place;
    }
  }

  /** A substitution with escaped backticks has a text of its own. */
  #substitution(script: ParsedScript | undefined, place: Place, start: number, end: number): Place {
    if (script?.source === undefined) return place;
    const source = derivedSource(script.source, place.source, start, end, "other");
    return { ...place, source, report: this.reportOn(source) };
  }

  #script(node: ParsedScript, place: Place): Place {
    for (const error of node.errors ?? []) {
      const { pos } = error;
      const end = Math.min(pos + 1, place.source.text.length);
      this.#output.syntaxError(place.source, pos, end, `cannot be parsed: ${error.message}`);
    }
    return place;
  }
}

/** Reports all that is wrong with a parsed text; false when it is nested too deep to be walked. */
export function inspect(output: Output, script: ParsedScript, source: Source): boolean {
  const inspection = new Inspection(output, source.text);
  const report = inspection.reportOn(source);
  inspection.visit(script, { source, report, quoted: false, doubled: false, test: false }, 0);
  if (inspection.deep) {
    output.problem(
      source,
      0,
      source.text.length,
      `is nested more than ${MAX_TREE_DEPTH} levels deep: it is not read`,
    );
  }
  return !inspection.deep;
}

/** True when a text has a character that any check of the inspection could be about. */
export function needsInspection(text: string): boolean {
  return /[(<>`[\\${]|!\s*&/.test(text);
}
