// What `${x#…}`, `${x/…/…}`, `${x:1:2}` and the like make of a value that is known.
import type { ParameterOperation } from "unbash";
import { isSimplePattern, removeMatch } from "./patterns.ts";

function isAscii(text: string): boolean {
  return /^[\x20-\x7E]*$/.test(text);
}

function replaceMatch(
  value: string,
  operator: string,
  pattern: string,
  replacement: string,
): string | undefined {
  if (pattern === "" || !isSimplePattern(pattern) || /[*?]/.test(pattern)) return undefined;
  if (!isSimplePattern(replacement)) return undefined;
  switch (operator) {
    case "//":
      return value.replaceAll(pattern, () => replacement);
    case "/":
      return value.replace(pattern, () => replacement);
    case "/#":
      return value.startsWith(pattern) ? replacement + value.slice(pattern.length) : value;
    default:
      return value.endsWith(pattern) ? value.slice(0, -pattern.length) + replacement : value;
  }
}

function slice(value: string, offset: string, length: string | undefined): string | undefined {
  if (!/^\s*-?\d{1,6}$/.test(offset) || (length !== undefined && !/^\d{1,6}$/.test(length))) return undefined;
  const from = Number(offset) < 0 ? value.length + Number(offset) : Number(offset);
  if (from < 0) return "";
  return value.slice(from, length === undefined ? undefined : from + Number(length));
}

function changeCase(value: string, operator: string): string {
  const whole = operator.length === 2;
  const head = whole ? value : value.slice(0, 1);
  const tail = whole ? "" : value.slice(1);
  return (operator.startsWith("^") ? head.toUpperCase() : head.toLowerCase()) + tail;
}

/** The value after an operation; undefined where it is not worked out. */
export function operate(value: string, operation: ParameterOperation): string | undefined {
  if (!isAscii(value)) return undefined;
  switch (operation.type) {
    case "Remove":
      return removeMatch(value, operation.operator, operation.operand.text);
    case "Replace":
      return replaceMatch(value, operation.operator, operation.pattern.text, operation.replacement.text);
    case "Slice":
      return slice(value, operation.offset.text, operation.length?.text);
    case "CaseModification":
      return operation.operand === undefined ? changeCase(value, operation.operator) : undefined;
    default:
      return undefined;
  }
}
