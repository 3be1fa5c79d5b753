// Whether the input of an MCP call is what the tool's declaration says.
import type { RegexEngine } from "../../pattern/compare.ts";
import type { Finding, McpTool, Parameter } from "../../policy/types.ts";
import { timeOf } from "./run.ts";

type Problem = Pick<Finding, "code" | "message" | "source">;

/** What is missing, unknown or misshapen in an input. */
export function argumentProblems(
  tool: McpTool,
  input: Readonly<Record<string, unknown>>,
  regex: RegexEngine,
): Problem[] {
  const problems: Problem[] = [];
  for (const parameter of tool.parameters) {
    const { name, required, source } = parameter;
    const value = Object.hasOwn(input, name) ? input[name] : undefined;
    if (value === undefined || value === null) {
      if (required)
        problems.push({
          code: "missing-argument",
          message: `\`${tool.name}\` needs \`${name}\`, ${expectedOf(parameter)}`,
          source,
        });
      continue;
    }
    const expected = misfit(parameter, value, regex);
    if (expected !== undefined) {
      const message = `\`${name}\` of \`${tool.name}\` is ${shown(value)}, expected ${expected}`;
      problems.push({ code: "misshapen-argument", message, source });
    }
  }
  const known = tool.parameters.map((p) => p.name);
  for (const name of Object.keys(input).filter((key) => !known.includes(key))) {
    const expected = known.length === 0 ? "no argument" : known.map((k) => `\`${k}\``).join(", ");
    const message = `\`${tool.name}\` has no parameter ${shown(name)}, expected ${expected}`;
    problems.push({ code: "unknown-argument", message, source: tool.source });
  }
  return problems;
}

/** What a parameter takes, in words. */
function expectedOf({ type, shape }: Parameter): string {
  return shape === undefined ? TYPE_IN_WORDS[type] : `of the shape \`${shape}\``;
}

/** What was expected where a value doesn't fit. */
function misfit({ type, shape }: Parameter, value: unknown, regex: RegexEngine): string | undefined {
  const expected = typeMisfit(type, value);
  if (expected !== undefined || shape === undefined) return expected;
  const values = Array.isArray(value) ? value : [value];
  return values.every((v) => shapeFits(shape, String(v), regex)) ? undefined : `the shape \`${shape}\``;
}

const TYPE_IN_WORDS: Readonly<Record<Parameter["type"], string>> = {
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  list: "a list",
  date: "a date, YYYY-MM-DD",
  version: "a version, as text",
  text: "text",
};

function typeMisfit(type: Parameter["type"], value: unknown): string | undefined {
  return isOf(type, value) ? undefined : TYPE_IN_WORDS[type];
}

function isOf(type: Parameter["type"], value: unknown): boolean {
  switch (type) {
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "integer":
      return Number.isSafeInteger(value);
    case "boolean":
      return typeof value === "boolean";
    case "list":
      return Array.isArray(value);
    case "date":
      return typeof value === "string" && value.length === 10 && timeOf(value) !== undefined;
    case "version":
      return typeof value === "string" && /^v?\d{1,9}(\.\d{1,9}){0,5}([-+][\w.+-]{1,80})?$/.test(value);
    case "text":
      return typeof value === "string";
  }
}

/**
 * Whether a text has a shape. Between slashes it is a regular expression, for the whole text. Else X, Y, Z, N, M and D
 * are digits: one letter alone is a number, several in a row are as many digits; all the rest is literal.
 */
function shapeFits(shape: string, text: string, regex: RegexEngine): boolean {
  if (text.length > 10_000) return false;
  const own = /^\/(.+)\/$/.exec(shape)?.[1];
  try {
    return regex(own === undefined ? expressionOf(shape) : `^(?:${own})$`)(text);
  } catch {
    return false;
  }
}

function expressionOf(shape: string): string {
  const parts = shape.match(/(?<![A-Za-z])([XYZNMD])\1*(?![A-Za-z])|Y{4}|[\s\S]/g) ?? [];
  const body = parts.map((part) => {
    if (/^[XYZNMD]+$/.test(part)) return part.length === 1 ? "[0-9]+" : `[0-9]{${part.length}}`;
    return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  });
  return `^${body.join("")}$`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
