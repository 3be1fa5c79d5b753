// Calls of tools and commands, as they are shown.
import type { Task } from "./types.ts";

type Call = NonNullable<Task["runs"]>;

/** A call with its parameters; those that were captured have their values. */
export function callText(call: Call, captures: Readonly<Record<string, string>> | undefined): string {
  if ("command" in call) return call.command.text;
  const values = captures ?? {};
  const parameters = call.parameters.map((name) =>
    Object.hasOwn(values, name) ? `${name}=${JSON.stringify(values[name])}` : name,
  );
  return `${call.tool}(${parameters.join(", ")})`;
}
