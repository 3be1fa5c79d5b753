// A call of an MCP tool, and a command that a task runs, held against declarations and playbooks.
import type { RegexEngine } from "../../pattern/compare.ts";
import type { Finding, Policy, Task, ToolAction } from "../../policy/types.ts";
import { argumentProblems } from "./arguments.ts";
import type { Run } from "./run.ts";
import { otherMembers, type Use, usesFindings } from "./too-early.ts";

/** The tool's own name, where a host puts the server's in front: `mcp__server__tool`. */
function ownName(tool: string): string {
  const parts = tool.split("__");
  return parts[0] === "mcp" && parts.length > 2 ? parts.slice(2).join("__") : tool;
}

/** Everything that speaks against a call. */
export function toolFindings(
  action: ToolAction,
  policy: Policy,
  run: Run | undefined,
  regex: RegexEngine,
): Finding[] {
  const name = ownName(action.tool);
  const tool = policy.mcpTools.find((t) => t.name === name);
  const deny = { decision: "deny" as const, certain: true };
  if (tool === undefined) {
    const family = policy.mcpTools.find((t) => t.family !== undefined && name.startsWith(`${t.family}_`));
    if (family === undefined) return callFindings(name, action.input, policy, run);
    const message = `\`${name}\` is none of the declared \`${family.family}\` tools`;
    return [{ code: "undeclared-tool", message, ...deny, source: family.source }];
  }
  const problems = argumentProblems(tool, action.input, regex).map((p): Finding => ({ ...p, ...deny }));
  return [...problems, ...callFindings(name, action.input, policy, run)];
}

function callFindings(
  name: string,
  input: ToolAction["input"],
  policy: Policy,
  run: Run | undefined,
): Finding[] {
  const uses = usesOf(name, input, policy);
  const calls = (call: Task["runs"]): boolean => call !== undefined && "tool" in call && call.tool === name;
  const groups = policy.workflows.flatMap((w) => w.groups ?? []);
  const own = groups.filter((g) => calls(g.runs) || calls(g.checksWith));
  return [...usesFindings(uses, run), ...otherMembers(own, uses)];
}

function usesOf(name: string, input: Readonly<Record<string, unknown>>, policy: Policy): Use[] {
  return policy.workflows.flatMap((workflow) =>
    workflow.tasks.flatMap((task): Use[] => {
      const { runs, checksWith } = task;
      const isRun = runs !== undefined && isCallOf(runs, name, input);
      const isCheck = checksWith !== undefined && isCallOf(checksWith, name, input);
      if (!isRun && !isCheck) return [];
      return [{ workflow, task, asks: isCheck && (!isRun || asksWith(task, input)), certain: true }];
    }),
  );
}

/** Whether a call is one that a task makes: of the same tool, with the values that the task gives to parameters. */
function isCallOf(call: NonNullable<Task["runs"]>, name: string, input: ToolAction["input"]): boolean {
  if (!("tool" in call) || call.tool !== name) return false;
  return Object.entries(call.values ?? {}).every(
    ([key, value]) => Object.hasOwn(input, key) && String(input[key]) === value,
  );
}

/** Whether the arguments are those of "Checks with": all of them, and one at least that "Runs" doesn't have. */
function asksWith({ runs, checksWith }: Task, input: Readonly<Record<string, unknown>>): boolean {
  if (runs === undefined || checksWith === undefined || !("tool" in runs) || !("tool" in checksWith))
    return false;
  const given = (name: string): boolean =>
    Object.hasOwn(input, name) && input[name] !== null && input[name] !== undefined;
  const own = checksWith.parameters.filter((p) => !runs.parameters.includes(p));
  return own.every(given);
}
