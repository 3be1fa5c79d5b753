// A call of an MCP tool, and a command that a task runs, held against declarations and playbooks.
import type { RegexEngine } from "../../pattern/compare.ts";
import type { Finding, McpTool, Policy, Task, ToolAction } from "../../policy/types.ts";
import { argumentProblems } from "./arguments.ts";
import type { Run } from "./run.ts";
import { otherMembers, type Use, usesFindings } from "./too-early.ts";

/** How many names a message lists. */
const MOST_NAMES = 20;

/** Everything that speaks against a call of a tool, by the tool's own name. */
export function toolFindings(
  name: string,
  { input }: ToolAction,
  policy: Policy,
  run: Run | undefined,
  regex: RegexEngine,
): Finding[] {
  const tool = policy.mcpTools.find((t) => t.name === name);
  const deny = { decision: "deny" as const, certain: true };
  const uses = callFindings(name, input, policy, run);
  if (tool === undefined) {
    const family = policy.mcpTools.filter((t) => isOfFamily(name, t));
    const [first] = [...family].sort((a, b) => a.source.line - b.source.line);
    if (first === undefined) return uses;
    const message = `\`${name}\` is none of the declared \`${first.family}\` tools`;
    const names = family.slice(0, MOST_NAMES).map((t) => `\`${t.name}\``);
    const more = family.length > MOST_NAMES ? ` and ${family.length - MOST_NAMES} more` : "";
    const instead = `one of ${names.join(", ")}${more}`;
    return [{ code: "undeclared-tool", message, instead, ...deny, source: first.source }];
  }
  const problems = argumentProblems(tool, input, regex).map((p): Finding => ({ ...p, ...deny }));
  return [...problems, ...uses];
}

/** What speaks against a call as one that tasks make. */
function callFindings(
  name: string,
  input: ToolAction["input"],
  policy: Policy,
  run: Run | undefined,
): Finding[] {
  const uses = usesOf(name, input, policy);
  const groups = policy.workflows.flatMap((w) => w.groups ?? []);
  const own = groups.filter((g) => calls(g.runs, name) || calls(g.checksWith, name));
  return [...usesFindings(uses, run), ...otherMembers(own, uses)];
}

function isOfFamily(name: string, { family }: McpTool): boolean {
  return family !== undefined && name.startsWith(`${family}_`);
}

function calls(call: Task["runs"], name: string): boolean {
  return call !== undefined && "tool" in call && call.tool === name;
}

function usesOf(name: string, input: Readonly<Record<string, unknown>>, policy: Policy): Use[] {
  return policy.workflows.flatMap((workflow) =>
    workflow.tasks.flatMap((task): Use[] => {
      const [isRun, isCheck] = [isCallOf(task.runs, name, input), isCallOf(task.checksWith, name, input)];
      if (!isRun && !isCheck) return [];
      return [{ workflow, task, asks: isCheck && (isRun ? asksWith(task, input) : true), certain: true }];
    }),
  );
}

/** Whether a call is one that a task makes: of the same tool, with the values that the task gives to parameters. */
function isCallOf(call: Task["runs"], name: string, input: ToolAction["input"]): boolean {
  if (call === undefined || !("tool" in call) || call.tool !== name) return false;
  return Object.entries(call.values ?? {}).every(
    ([key, value]) => Object.hasOwn(input, key) && String(input[key]) === value,
  );
}

/** Whether the arguments are those of "Checks with", all that "Runs" doesn't have; either, where it has no others. */
function asksWith({ runs, checksWith }: Task, input: Readonly<Record<string, unknown>>): Use["asks"] {
  if (runs === undefined || checksWith === undefined || !("tool" in runs) || !("tool" in checksWith))
    return false;
  const given = (name: string): boolean =>
    Object.hasOwn(input, name) && input[name] !== null && input[name] !== undefined;
  const own = checksWith.parameters.filter((p) => !runs.parameters.includes(p));
  return own.length === 0 ? "either" : own.every(given);
}
