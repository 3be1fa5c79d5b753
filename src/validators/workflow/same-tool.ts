// The MCP tool that does what a command of the same name does: `oar stage-testing` is `oar_stage_testing(release)`.
import type { McpTool } from "../../policy/types.ts";
import type { Invocation } from "../../shell/types.ts";

/**
 * The call of a declared tool in place of a command: the program is the tools' family, one of the words is the rest of
 * the tool's name. Undefined where there is none, or where two words name a tool.
 */
export function sameTool(
  { name, args }: Invocation,
  program: string | undefined,
  tools: readonly McpTool[],
): string | undefined {
  const families = [name, program].filter((n) => n !== undefined).map(plain);
  const own = tools.filter((t) => t.family !== undefined && families.includes(plain(t.family)));
  const byRest = new Map(own.map((t) => [plain(t.name).slice(plain(t.family ?? "").length + 1), t]));
  const named = new Set(args.flatMap((word) => byRest.get(plain(word.text ?? "")) ?? []));
  const [tool, ...more] = named;
  if (tool === undefined || more.length > 0) return undefined;
  return `\`${tool.name}(${tool.parameters.map((p) => (p.required ? p.name : `${p.name}?`)).join(", ")})\``;
}

/** Names of commands have `-` where those of tools have `_`. */
function plain(name: string): string {
  return name.replaceAll("-", "_").toLowerCase();
}
