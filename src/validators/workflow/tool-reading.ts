// A call of an MCP tool as rules about commands see it: its name, and its parameters as options.
import type { Policy, ToolAction } from "../../policy/types.ts";
import type { Reading, Word } from "../../shell/types.ts";
import type { Found } from "../findings.ts";
import { ownName } from "./tool-name.ts";

const NOWHERE = { start: 0, end: 0 };

/** The call as the one invocation of a text: `oar_stage_live` with `--wave=2` for a parameter `wave`. */
export function toolReading({ tool, input, host }: ToolAction, policy: Policy): Reading {
  const name = ownName(tool, policy);
  const args = Object.entries(input).map(([key, value]) => wordOf(`--${key}=${textOf(value)}`));
  return {
    invocations: [
      {
        name,
        program: wordOf(name),
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
      },
    ],
    problems: [],
    opaque: [],
    files: [],
  };
}

/** A finding without a place in a text, for there is none, and without edits. */
export function withoutPlaces(found: Found): Found {
  const { range: _, ...finding } = found.finding;
  return { ...found, finding, edits: [] };
}

function wordOf(text: string): Word {
  return { text, raw: text, range: NOWHERE, exact: false };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
