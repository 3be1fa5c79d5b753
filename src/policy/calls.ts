// Calls of tools and commands, as they are shown.
import type { McpTool, Parameter, Task } from "./types.ts";

type Call = NonNullable<Task["runs"]>;

/** A call with its parameters; those that were captured have their values, as JSON of the declared type. */
export function callText(
  call: Call,
  captures: Readonly<Record<string, string>> | undefined,
  tools: readonly McpTool[] | undefined,
): string {
  if ("command" in call) return call.command.text;
  const declared = tools?.find((t) => t.name === call.tool)?.parameters;
  const values = captures ?? {};
  const parameters = call.parameters.map((name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined
      ? name
      : `${name}=${valueText(
          value,
          declared?.find((p) => p.name === name),
        )}`;
  });
  return `${call.tool}(${parameters.join(", ")})`;
}

/** A captured value is text; where the tool takes a number it is written as one. */
function valueText(value: string, parameter: Parameter | undefined): string {
  const isNumber = parameter?.type === "number" || parameter?.type === "integer";
  return isNumber && /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(value) ? value : JSON.stringify(value);
}
