// Prefer `T` over `T2`; Prefer `F` over `F2` for `T`.
import { isUsed } from "../../pattern/condition.ts";
import type { RuleOf } from "../../policy/types.ts";
import { replaceWord } from "../edits.ts";
import { firstUse, type Outcome, SILENT, type Subject, wholeRange } from "../subject.ts";
import { code } from "../words.ts";

/** Broken by the less preferred option; where both are single words the fix puts one in place of the other. */
export function preferOption(rule: RuleOf<"prefer-option">, subject: Subject): Outcome {
  const found = rule.over.find((name) => isUsed(name, subject.args) === true);
  const use = found === undefined ? undefined : firstUse(found, subject);
  if (found === undefined || use === undefined) return SILENT;
  const { word } = use;
  const edits =
    word.exact && word.text === word.raw && !word.raw.includes("=")
      ? replaceWord(word.range, rule.option, subject)
      : [];
  return {
    broken: true,
    message: `${code(rule.option)} is preferred over ${code(found)}`,
    range: word.range,
    edits,
  };
}

/** Broken by the less preferred tool; where both are bare programs the fix puts one in place of the other. */
export function preferTool(rule: RuleOf<"prefer-tool">, subject: Subject): Outcome {
  const { program } = subject.invocation;
  const plain =
    rule.targets.every((t) => t.operands.length === 0 && t.options.length === 0) &&
    /^\S+$/.test(rule.preferred);
  const edits = plain && program.exact ? replaceWord(program.range, rule.preferred, subject) : [];
  return {
    broken: true,
    message: `${code(rule.preferred)} is preferred over ${code(subject.tool ?? program.raw)}`,
    range: wholeRange(subject),
    edits,
  };
}
