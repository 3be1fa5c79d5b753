// A call of an MCP tool, and a command that a task runs, held against declarations and playbooks.
import type { RegexEngine } from "../../pattern/compare.ts";
import type { Finding, Policy, Task, ToolAction } from "../../policy/types.ts";
import { argumentProblems } from "./arguments.ts";
import type { Run } from "./run.ts";
import { type Use, usesFindings } from "./too-early.ts";
import { ownName } from "./tool-name.ts";

/** Everything that speaks against a call. */
export function toolFindings(
  action: ToolAction,
  policy: Policy,
  run: Run | undefined,
  regex: RegexEngine,
): Finding[] {
  const name = ownName(action.tool, policy);
  const tool = policy.mcpTools.find((t) => t.name === name);
  const deny = { decision: "deny" as const, certain: true };
  if (tool === undefined) {
    const family = policy.mcpTools.find((t) => t.family !== undefined && name.startsWith(`${t.family}_`));
    if (family === undefined) return usesFindings(usesOf(name, action.input, policy), run);
    const message = `\`${name}\` is none of the declared \`${family.family}\` tools`;
    return [{ code: "undeclared-tool", message, ...deny, source: family.source }];
  }
  const problems = argumentProblems(tool, action.input, regex).map((p): Finding => ({ ...p, ...deny }));
  return [...problems, ...usesFindings(usesOf(name, action.input, policy), run)];
}

function usesOf(name: string, input: Readonly<Record<string, unknown>>, policy: Policy): Use[] {
  return policy.workflows.flatMap((workflow) =>
    workflow.tasks.flatMap((task): Use[] => {
      const { runs, checksWith } = task;
      const isRun = runs !== undefined && "tool" in runs && runs.tool === name;
      const isCheck = checksWith !== undefined && "tool" in checksWith && checksWith.tool === name;
      if (!isRun && !isCheck) return [];
      return [{ workflow, task, asks: isCheck && (!isRun || asksWith(task, input)) }];
    }),
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
