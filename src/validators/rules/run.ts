// Never run `T`; Never run `T` before the operator approves it; Ask before running `T`.
import type { RuleOf } from "../../policy/types.ts";
import { type Outcome, type Subject, wholeRange } from "../subject.ts";
import { code } from "../words.ts";
import { sameTool } from "../workflow/same-tool.ts";

/** Broken by every invocation that the rule applies to. Where an MCP tool does the same, it is named. */
export function neverRun(_rule: RuleOf<"never-run">, subject: Subject): Outcome {
  const tool = sameTool(subject.invocation, subject.tool, subject.policy.policy.mcpTools);
  const instead = tool === undefined ? {} : { instead: `the MCP tool ${tool}` };
  return { broken: true, message: `${name(subject)} would run`, range: wholeRange(subject), ...instead };
}

/** Broken as long as no approval of exactly this command is at hand. */
export function runApproved(_rule: RuleOf<"run-approved">, subject: Subject): Outcome {
  return {
    broken: true,
    message: `${name(subject)} needs the operator's approval of exactly this command`,
    range: wholeRange(subject),
  };
}

/** Broken as long as no approval is at hand. */
export function askBefore(_rule: RuleOf<"ask-before">, subject: Subject): Outcome {
  return { broken: true, message: `${name(subject)} would run`, range: wholeRange(subject) };
}

function name(subject: Subject): string {
  return code(subject.tool ?? subject.invocation.name ?? subject.invocation.program.raw);
}
