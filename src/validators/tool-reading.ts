// A call of an MCP tool as rules see it: a program of the tool's name, with its arguments as options.
import type { ToolAction } from "../policy/types.ts";
import type { Invocation, Reading, Word } from "../shell/types.ts";
import type { Found } from "./findings.ts";

/** A call stands in no text. */
const NOWHERE = { start: 0, end: 0 };
const MOST_VALUES = 1_000;

/**
 * One invocation, under the tool's own name. `{"release": "4.20.1", "notify": false, "tags": ["a", "b"]}` is
 * `--release=4.20.1 --notify=false --tags=a --tags=b`; null is no argument, and what has parts of its own has a value
 * that isn't known.
 */
export function toolReading(name: string, { input, host }: ToolAction): Reading {
  const args = Object.entries(input).flatMap(([key, value]): Word[] => {
    if (value === null || value === undefined || !/^[\w.-]+$/.test(key)) return [];
    const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_VALUES) : [value];
    return values.map((v) => (v === true ? word(`--${key}`) : valued(`--${key}=`, v)));
  });
  const invocation: Invocation = {
    name,
    program: word(name),
    args,
    env: [],
    redirections: [],
    host,
    carriers: [],
    succeeded: [],
    pipedFrom: undefined,
    certain: true,
    range: NOWHERE,
    quoting: "other",
  };
  return { invocations: [invocation], problems: [], opaque: [], files: [], proven: [] };
}

/** What is found of a call stands nowhere in a text, and can't be mended there. */
export function withoutPlace(found: Found): Found {
  const { range: _, ...finding } = found.finding;
  return { ...found, finding, edits: [] };
}

function word(text: string): Word {
  return { text, raw: text, range: NOWHERE, exact: false };
}

function valued(option: string, value: unknown): Word {
  if (value !== null && typeof value === "object")
    return { text: undefined, pieces: [option, null], raw: option, range: NOWHERE, exact: false };
  return word(`${option}${String(value)}`);
}
