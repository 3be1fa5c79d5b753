// Which of the tools that a policy speaks of a host means: hosts put the server's name in front, each in its own way.
import type { Policy } from "../../policy/types.ts";

/** What may stand between a server's name and the tool's. */
const BETWEEN = /[_.:/-]/;

/**
 * The tool's own name: `mcp__server__tool` says where it begins. In other spellings (`mcp_server_tool`, `server_tool`,
 * `server-tool`) it is the longest name that the policy speaks of, or what begins like one of its families.
 */
export function ownName(tool: string, policy: Policy): string {
  const names = spokenOf(policy);
  if (names.includes(tool)) return tool;
  const parts = tool.split("__");
  if (parts[0] === "mcp" && parts.length > 2) {
    // A server's name may hold the sign too.
    const rests = parts.slice(2, 10).map((_, i) => parts.slice(i + 2).join("__"));
    return rests.find((rest) => names.includes(rest)) ?? rests[0] ?? tool;
  }
  const ends = names.filter((n) => tool.endsWith(n) && BETWEEN.test(tool[tool.length - n.length - 1] ?? ""));
  const longest = ends.sort((a, b) => b.length - a.length)[0];
  return longest ?? inFamily(tool, policy) ?? tool;
}

/** The rest of a name from where it begins like one of a family: an undeclared tool of it. */
function inFamily(name: string, policy: Policy): string | undefined {
  const starts = policy.mcpTools.flatMap(({ family }) => {
    if (family === undefined) return [];
    const at = name.startsWith(`${family}_`) ? 0 : afterBetween(name, `${family}_`);
    return at < 0 ? [] : [at];
  });
  return starts.length === 0 ? undefined : name.slice(Math.min(...starts.slice(0, 100)));
}

/** Where a text begins that has one of the signs in front; -1 for nowhere. */
function afterBetween(name: string, text: string): number {
  for (let at = name.indexOf(text, 1); at > 0; at = name.indexOf(text, at + 1))
    if (BETWEEN.test(name[at - 1] ?? "")) return at;
  return -1;
}

function spokenOf(policy: Policy): string[] {
  const calls = policy.workflows.flatMap((w) => w.tasks.flatMap((t) => [t.runs, t.checksWith]));
  return [
    ...policy.mcpTools.map((t) => t.name),
    ...calls.flatMap((c) => (c !== undefined && "tool" in c ? [c.tool] : [])),
  ];
}
