// Tools that the sources declare to run what they are given: wrappers of a project's own.
import type { Tool, ToolOption } from "../policy/types.ts";
import type { Carrier } from "../shell/types.ts";

/** How a declared tool carries commands: by an operand that `runs`, or by options whose value does. */
export function carriersOf(tool: Tool): Carrier[] {
  // Shipped declarations have no place in the sources; the reader knows those tools better.
  if (tool.source === undefined) return [];
  const at = tool.operands.findIndex((o) => o.role === "runs");
  const script = tool.options.filter((o) => o.role === "runs").flatMap(names);
  if (at < 0 && script.length === 0) return [];
  const takesValue = (o: ToolOption): boolean => o.takes.some((t) => t !== "nothing" && t !== "glued");
  const carrier = {
    flags: tool.options.filter((o) => !takesValue(o)).flatMap(names),
    valued: tool.options.filter(takesValue).flatMap(names),
    operands: tool.operands
      .slice(0, Math.max(at, 0))
      .map((o) => (o.role === "host" ? ("host" as const) : ("skip" as const))),
    carries: "command" as const,
    ...(script.length === 0 ? {} : { script }),
  };
  return [tool.name, ...tool.also].map((name) => ({ name, ...carrier }));
}

function names(option: ToolOption): string[] {
  return [option.name, ...option.also];
}
